using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// Who reads bids and what is made of them: before the opening nobody; after it the auditor, and those named for the round who have
/// declared their impartiality (FOA § 7-5). Whoever has declared a conflict of interest is shut out, as auditor too.
/// </summary>
public static class BidAccess
{
    /// <summary>Longest reason of a declaration, characters.</summary>
    public const int MaxReasonLength = 2000;

    private static readonly string[] NamedRoles = [Role.ProcurementOfficer, Role.Evaluator, Role.AwardDecider];

    /// <summary>Why the caller may not read; null when it may.</summary>
    public static Refusal? Refuses(Round round, Caller caller, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        if (round.OpenedAt is null)
        {
            return OpeningRefusals.Sealed();
        }

        return caller.Has(Role.Auditor) && DeclarationOf(round, caller) is not { Impartial: false } ? null : RefusesNamed(round, caller, NamedRoles, now);
    }

    /// <summary>
    /// Why the caller may not read what came of the bids once that has been told: letters, awards and the protocol. Those who follow up the contract read them too, after
    /// the same declaration.
    /// </summary>
    public static Refusal? RefusesRecord(Round round, Caller caller, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Has(Role.Auditor) && DeclarationOf(round, caller) is not { Impartial: false } ? null : RefusesNamed(round, caller, [.. NamedRoles, Role.ContractManager], now);
    }

    /// <summary>Why the caller may not evaluate or rank in the role; null when it is named, has declared impartiality, and the bids are open.</summary>
    public static Refusal? RefusesToAct(Round round, Caller caller, Instant now, params IReadOnlyList<string> roles)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        return round.OpenedAt is null ? OpeningRefusals.Sealed() : RefusesNamed(round, caller, roles, now);
    }

    /// <summary>Why the caller is shut out for want of a declaration, or by the conflict of interest that it declared; null when neither.</summary>
    public static Refusal? RefusesUndeclared(Round round, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        return DeclarationOf(round, caller) switch
        {
            null => OpeningRefusals.NotDeclared(),
            { Impartial: false } => OpeningRefusals.Partial(),
            _ => null,
        };
    }

    /// <summary>
    /// Takes note of what a person says of its own impartiality; made again, it is renewed as of that moment. A conflict of interest, once declared, stands.
    /// Deputies declare for themselves, also before their first day.
    /// </summary>
    public static Decision<Round> Declare(Round round, DeclareImpartiality command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        var subject = command.By.Subject;
        if (!Role.NamedInRounds.Any(role => command.By.Has(role) && round.People.MayEverActAs(subject, role)))
        {
            return OpeningRefusals.NotNamedAtAll(round.RoundId);
        }

        if (command.Reason is { } reason ? string.IsNullOrWhiteSpace(reason) || reason.Length > MaxReasonLength : !command.Impartial)
        {
            return OpeningRefusals.ConflictReason();
        }

        var declaration = new ImpartialityDeclaration(subject, command.Now, command.Impartial, command.Reason?.Trim());
        return DeclarationOf(round, command.By) switch
        {
            { } earlier when earlier with { At = command.Now } == declaration && (earlier.At == command.Now || !command.Impartial) => Decision.Unchanged(round),
            { Impartial: false } when command.Impartial => OpeningRefusals.ConflictStands(),
            _ => Decision.Accept(
                round with { Declarations = round.Declarations.RemoveAll(d => d.Subject == subject).Add(declaration) },
                new ImpartialityDeclared(subject, command.Impartial)),
        };
    }

    private static Refusal? RefusesNamed(Round round, Caller caller, IReadOnlyList<string> roles, Instant now)
    {
        List<Refusal?> refusals = [.. roles.Select(role => RoundAccess.MayActAs(round, caller, role, now))];
        return refusals.Contains(null)
            ? RefusesUndeclared(round, caller)
            : refusals.FirstOrDefault(refusal => refusal!.Code == OpeningRefusals.Partial().Code) ?? OpeningRefusals.NotNamed(round.RoundId);
    }

    private static ImpartialityDeclaration? DeclarationOf(Round round, Caller caller) =>
        round.Declarations.FirstOrDefault(d => d.Subject == caller.Subject);
}
