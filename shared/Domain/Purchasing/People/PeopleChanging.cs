using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An officer of the round, or an administrator when no officer is left, changes who is named for it.</summary>
/// <param name="People">Everybody as they shall be named, deputies included.</param>
/// <param name="Reason">Why, 1–<see cref="PeopleChanging.MaxReasonLength"/> characters; read by officers of the round, administrators and auditors only.</param>
/// <param name="By">Who changes.</param>
/// <param name="Now">When.</param>
/// <param name="Assistance">In an agency's own call-off, where it asks UKE for help from now on; null to leave that as it is.</param>
public sealed record ChangePeople(RoundPeople People, string Reason, Caller By, Instant Now, ImmutableArray<string>? Assistance = null);

/// <summary>Why the people of a round were changed; who came and who went is in the audit log.</summary>
/// <param name="Number">Running number within the round, from 1.</param>
/// <param name="At">When.</param>
/// <param name="By">Who changed them.</param>
/// <param name="Reason">Why.</param>
public sealed record PeopleChange(int Number, Instant At, string By, string Reason);

/// <summary>Somebody in a role of a round.</summary>
public sealed record RoundDuty(string Subject, string Role);

/// <summary>The people of a round were changed. The reason is kept beside the audit log, since it may be personal.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Number">Which change.</param>
/// <param name="Named">Newly named.</param>
/// <param name="Relieved">No longer named.</param>
/// <param name="Deputies">The deputies from now on.</param>
/// <param name="Assistance">Roles in which an agency asks UKE for help in its own call-off from now on; null in a joint round.</param>
public sealed record RoundPeopleChanged(
    string RoundId, int Number, ImmutableArray<RoundDuty> Named, ImmutableArray<RoundDuty> Relieved, ImmutableArray<Deputy> Deputies,
    ImmutableArray<string>? Assistance = null) : DomainEvent;

/// <summary>Changes who is named for a round, until it closes. What somebody did while named stands.</summary>
public static class PeopleChanging
{
    public const int MaxReasonLength = 500;

    /// <summary>Most changes of one round.</summary>
    public const int MaxChanges = 100;

    /// <summary>Most duties that people of one round are relieved of.</summary>
    public const int MaxFormerDuties = 1000;

    /// <summary>Makes the change, or says why it cannot be made.</summary>
    public static Decision<Round> Change(Round round, ChangePeople command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (PeopleRefusals.MayNotChange(round, command) is { } refusal)
        {
            return refusal;
        }

        if (round.Phase is RoundPhase.Closed)
        {
            return PeopleRefusals.Closed(round.RoundId);
        }

        var callOff = command.Assistance is { } asked && round.CallOff is { } own ? own with { Assistance = asked } : round.CallOff;
        if (command.People.HasSameAs(round.People) && callOff?.Assistance.SequenceEqual(round.CallOff!.Assistance) is not false)
        {
            return Decision.Unchanged(round);
        }

        if (Check(round, command) is { } invalid)
        {
            return invalid;
        }

        var former = round.FormerDuties.AddRange(Lost(round.People, command));
        if (round.PeopleChanges.Length >= MaxChanges || former.Length > MaxFormerDuties)
        {
            return PeopleRefusals.TooMany(round.RoundId);
        }

        var change = new PeopleChange(round.PeopleChanges.Length + 1, command.Now, command.By.Subject, command.Reason.Trim());
        return Decision.Accept(
            round with { People = command.People, CallOff = callOff, PeopleChanges = round.PeopleChanges.Add(change), FormerDuties = former },
            new RoundPeopleChanged(
                round.RoundId, change.Number, Between(round.People, command.People), Between(command.People, round.People), command.People.Deputies,
                callOff?.Assistance));
    }

    private static Refusal? Check(Round round, ChangePeople command)
    {
        var findings = new Findings();
        PeopleRules.Check(command.People, round.Settings, findings);
        findings.Require(
            !string.IsNullOrWhiteSpace(command.Reason) && command.Reason.Length <= MaxReasonLength,
            "reason",
            $"Begrunn endringen med 1–{MaxReasonLength} tegn.",
            $"Give the reason of the change in 1–{MaxReasonLength} characters.");
        if (command.Assistance is { } assistance)
        {
            CallOffRules.CheckAssistance(assistance, "assistance", findings);
        }

        CheckHistory(round, command.People, findings);
        var today = OsloTime.DateOf(command.Now);
        foreach (var deputy in command.People.Deputies.Except(round.People.Deputies).Where(d => d.Until < today))
        {
            findings.Add(
                "people.deputies",
                $"Tiden som «{deputy.Subject}» skulle være stedfortreder, er ute. Velg dager fra i dag av.",
                $"The time in which \"{deputy.Subject}\" was to be a deputy has passed. Choose days from today on.");
        }

        return findings.ToRefusal("invalid-people");
    }

    private static void CheckHistory(Round round, RoundPeople people, Findings findings)
    {
        foreach (var former in round.FormerDuties.DistinctBy(duty => (duty.Subject, duty.Role)))
        {
            foreach (var role in SeparationOfDuties.ApartFrom(former.Role).Where(role => people.MayEverActAs(former.Subject, role)))
            {
                findings.Add(
                    $"people.{PeopleRules.PathOf(role)}",
                    $"«{former.Subject}» har vært {former.Role} i runden og kan ikke bli {role}, heller ikke som stedfortreder. Den som bestemmer tildelingen, skal ikke ha foreslått eller evaluert; oppnevn en annen.",
                    $"\"{former.Subject}\" has been {former.Role} of the round and cannot become {role}, as a deputy neither. Who decides an award neither proposes nor evaluates; name somebody else.");
            }
        }
    }

    private static IEnumerable<FormerDuty> Lost(RoundPeople before, ChangePeople command)
    {
        var today = OsloTime.DateOf(command.Now);
        return
            from role in Role.NamedInRounds
            from subject in before.EverActingAs(role)
            where !command.People.MayEverActAs(subject, role)
            where before.NamedFor(role)!.Value.Contains(subject) || before.Deputies.Any(d => d.Subject == subject && d.Role == role && d.From <= today)
            select new FormerDuty(subject, role, command.Now);
    }

    private static ImmutableArray<RoundDuty> Between(RoundPeople before, RoundPeople after) =>
    [
        .. from role in Role.NamedInRounds
           from subject in after.NamedFor(role)!.Value.Except(before.NamedFor(role)!.Value, StringComparer.Ordinal)
           select new RoundDuty(subject, role),
    ];
}
