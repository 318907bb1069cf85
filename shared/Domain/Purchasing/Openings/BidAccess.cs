using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>
/// Who reads bids and what is made of them: before the opening nobody; after it the auditor, and those named for the round who have
/// declared their impartiality (FOA § 7-5).
/// </summary>
public static class BidAccess
{
    private static readonly string[] NamedRoles = [Role.ProcurementOfficer, Role.Evaluator, Role.AwardDecider];

    /// <summary>Why the caller may not read; null when it may.</summary>
    public static Refusal? Refuses(Round round, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        if (round.OpenedAt is null)
        {
            return OpeningRefusals.Sealed();
        }

        return caller.Has(Role.Auditor) ? null : RefusesNamed(round, caller, NamedRoles);
    }

    /// <summary>Why the caller may not evaluate or rank in the role; null when it is named, has declared impartiality, and the bids are open.</summary>
    public static Refusal? RefusesToAct(Round round, Caller caller, params IReadOnlyList<string> roles)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        return round.OpenedAt is null ? OpeningRefusals.Sealed() : RefusesNamed(round, caller, roles);
    }

    /// <summary>Takes note of what a person says of its own impartiality. A conflict of interest, once declared, stands.</summary>
    public static Decision<Round> Declare(Round round, DeclareImpartiality command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (!IsNamed(round, command.By, NamedRoles))
        {
            return OpeningRefusals.NotNamed(round.RoundId);
        }

        var earlier = DeclarationOf(round, command.By);
        if (earlier?.Impartial == command.Impartial)
        {
            return Decision.Unchanged(round);
        }

        return earlier is { Impartial: false }
            ? OpeningRefusals.ConflictStands()
            : Decision.Accept(
                round with
                {
                    Declarations = round.Declarations
                        .RemoveAll(d => d.Subject == command.By.Subject)
                        .Add(new ImpartialityDeclaration(command.By.Subject, command.Now, command.Impartial)),
                },
                new ImpartialityDeclared(command.By.Subject, command.Impartial));
    }

    private static Refusal? RefusesNamed(Round round, Caller caller, IReadOnlyList<string> roles)
    {
        if (!IsNamed(round, caller, roles))
        {
            return OpeningRefusals.NotNamed(round.RoundId);
        }

        return DeclarationOf(round, caller) switch
        {
            null => OpeningRefusals.NotDeclared(),
            { Impartial: false } => OpeningRefusals.Partial(),
            _ => null,
        };
    }

    private static bool IsNamed(Round round, Caller caller, IReadOnlyList<string> roles) =>
        roles.Any(role => RoundAccess.MayActAs(round, caller, role) is null);

    private static ImpartialityDeclaration? DeclarationOf(Round round, Caller caller) =>
        round.Declarations.FirstOrDefault(d => d.Subject == caller.Subject);
}
