using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing.Fleet;

/// <summary>What an agency confirms about the old vehicles that its needs replace.</summary>
public static class DisposalDecisions
{
    /// <summary>Most confirmations of one need.</summary>
    public const int MaxEntries = 100;

    /// <summary>Longest evidence or reason, in characters.</summary>
    public const int MaxTextLength = 500;

    /// <summary>Confirms that old vehicles are gone, never more than the need replaces.</summary>
    /// <param name="round">The round.</param>
    /// <param name="need">The need.</param>
    /// <param name="disposal">What is confirmed so far.</param>
    /// <param name="command">What is confirmed now.</param>
    public static Decision<Disposal> Confirm(Round round, Need need, Disposal disposal, ConfirmDisposal command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(disposal);
        ArgumentNullException.ThrowIfNull(command);
        if (disposal.Entries.Any(e => e.EntryId == command.EntryId))
        {
            return Decision.Unchanged(disposal);
        }

        if ((NotTheAgency(need, command.By) ?? NotInRound(need) ?? Check(round, need, disposal, command)) is { } refusal)
        {
            return refusal;
        }

        var entry = new DisposalEntry(command.EntryId, command.Quantity, command.DisposedOn, command.Manner, command.Evidence, command.By.Subject, command.Now);
        return Decision.Accept(
            disposal with { Entries = disposal.Entries.Add(entry) },
            new DisposalConfirmed(need.NeedId, need.AgencyId, entry.EntryId, entry.Quantity, entry.DisposedOn, entry.Manner));
    }

    /// <summary>Takes a confirmation back with a reason; once more changes nothing.</summary>
    public static Decision<Disposal> Retract(Need need, Disposal disposal, RetractDisposal command)
    {
        ArgumentNullException.ThrowIfNull(need);
        ArgumentNullException.ThrowIfNull(disposal);
        ArgumentNullException.ThrowIfNull(command);
        if (NotTheAgency(need, command.By) is { } refusal)
        {
            return refusal;
        }

        if (disposal.Entries.FirstOrDefault(e => e.EntryId == command.EntryId) is not { } entry)
        {
            return Refusals.NotFound(Disposal.Kind, command.EntryId);
        }

        if (entry.Retraction is not null)
        {
            return Decision.Unchanged(disposal);
        }

        var findings = new Findings();
        CheckText(command.Reason, "reason", findings);
        return findings.ToRefusal("invalid-disposal") is { } invalid
            ? invalid
            : Decision.Accept(
                disposal with { Entries = disposal.Entries.Replace(entry, entry with { Retraction = new DisposalRetraction(command.Reason, command.By.Subject, command.Now) }) },
                new DisposalRetracted(need.NeedId, need.AgencyId, entry.EntryId, entry.Quantity, command.Reason));
    }

    private static Refusal? NotTheAgency(Need need, Caller by) => by.AgencyId != need.AgencyId || !by.HasAny(Role.NeedReporter, Role.BudgetHolder)
        ? Refusals.NotFound(Need.Kind, need.NeedId)
        : null;

    private static Refusal? NotInRound(Need need) => (need.State, need.Content.Replaces) switch
    {
        (not NeedState.Pinned, _) => Refusal.Conflict(
            "need-not-in-lot",
            $"Behovet {need.NeedId} er ikke med i en delkontrakt, så det er ingenting å avhende for. Ingenting er endret.",
            $"The need {need.NeedId} is in no lot, so there is nothing to dispose of for it. Nothing was changed."),
        (_, null) => Refusal.Conflict(
            "need-replaces-nothing",
            $"Behovet {need.NeedId} erstatter ingen kjøretøy. Ingenting er endret; avhending meldes på behovet som kjøretøyet står på.",
            $"The need {need.NeedId} replaces no vehicles. Nothing was changed; confirm the disposal on the need that names the vehicle."),
        _ => null,
    };

    private static Refusal? Check(Round round, Need need, Disposal disposal, ConfirmDisposal command)
    {
        var findings = new Findings();
        var left = need.Content.Replaces!.Quantity - disposal.Confirmed;
        findings.Require(
            command.Quantity >= 1 && command.Quantity <= left,
            "quantity",
            left == 0
                ? "Alle kjøretøyene som behovet erstatter, er alt bekreftet avhendet. Trekk en bekreftelse hvis den er feil."
                : $"Antallet skal være fra 1 til {left}; så mange gjenstår å bekrefte.",
            left == 0
                ? "All vehicles that the need replaces are confirmed disposed of already. Retract a confirmation if it is wrong."
                : $"The quantity must be 1 to {left}, which is what remains to be confirmed.");
        var (earliest, today) = (OsloTime.DateOf(round.Needs.OpensAt), OsloTime.DateOf(command.Now));
        findings.Require(
            command.DisposedOn >= earliest && command.DisposedOn <= today,
            "disposedOn",
            $"Dagen skal være fra {OsloFormat.Day(earliest).No}, da runden åpnet, til i dag.",
            $"The day must be from {OsloFormat.Day(earliest).En}, when the round opened, to today.");
        CheckText(command.Evidence, "evidence", findings);
        findings.Require(
            disposal.Entries.Length < MaxEntries,
            "quantity",
            $"Behovet har alt {MaxEntries} bekreftelser. Ta kontakt med innkjøper.",
            $"The need already has {MaxEntries} confirmations. Contact the procurement officer.");
        return findings.ToRefusal("invalid-disposal");
    }

    private static void CheckText(string text, string path, Findings findings) => findings.Require(
        !string.IsNullOrWhiteSpace(text) && text.Length <= MaxTextLength,
        path,
        $"Teksten skal ha 1–{MaxTextLength} tegn.",
        $"The text must have 1–{MaxTextLength} characters.");
}
