using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>Who may do what in one round: a role in the token is necessary, being named for the round is too, where the round names people.</summary>
public static class RoundAccess
{
    /// <summary>Roles that read every round, need and lot: those who run rounds, those named for parts of them, and the auditor.</summary>
    public static IReadOnlyList<string> RunningRounds { get; } =
    [
        Role.ProcurementOfficer, Role.Opener, Role.Evaluator, Role.AwardDecider, Role.ContractManager, Role.QualificationOfficer,
        Role.Auditor, Role.Administrator,
    ];

    /// <summary>Roles that nobody has for one agency only.</summary>
    private static readonly string[] MunicipalRoles = [Role.QualificationOfficer, Role.Auditor, Role.Administrator];

    /// <summary>
    /// Why the caller may not act in the role now, by itself or as a deputy, for the agency that buys; null when it may. A declared conflict of interest (FOA § 7-5)
    /// shuts out of every role of the round. Roles that a round names nobody for need the token's role only.
    /// </summary>
    public static Refusal? MayActAs(Round round, Caller caller, string role, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Has(role))
        {
            return Refusal.Forbidden(
                "role-required",
                $"Dette krever rollen {role}, som tokenet ditt ikke har. Ingenting er endret; be en som har rollen, eller be administratoren om den.",
                $"This takes the role {role}, which your token lacks. Nothing was changed; ask somebody who has it, or ask the administrator for it.");
        }

        if (round.CallOff is { } callOff && Role.NamedInRounds.Contains(role) && !callOff.LetsAct(caller, role))
        {
            return CallOffAccess.NotHelping(callOff.AgencyId, role);
        }

        if (round.People.NamedFor(role) is null)
        {
            return null;
        }

        if (round.People.PlacesOf(caller.Subject, role, OsloTime.DateOf(now)).IsEmpty)
        {
            return Refusal.Forbidden(
                "not-named-for-round",
                $"Du har rollen {role}, men er ikke oppnevnt i runde {round.RoundId}. Ingenting er endret; be en av rundens innkjøpere om å oppnevne deg.",
                $"You have the role {role} but are not named for round {round.RoundId}. Nothing was changed; ask one of its officers to name you.");
        }

        return round.Declarations.Any(d => d.Subject == caller.Subject && !d.Impartial) ? OpeningRefusals.Partial() : null;
    }

    /// <summary>Whether the supplier that the caller acts for is invited to the round.</summary>
    public static bool IsInvited(Round round, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        return caller.HasAny(Role.SupplierUser, Role.SupplierSystem)
            && caller.SupplierId is { } supplier
            && round.Invitation is { } invitation
            && invitation.InvitedSupplierIds.Contains(supplier);
    }

    /// <summary>
    /// Whether the caller may know that the round exists: everybody of the municipality, but other agencies in an agency's own call-off; and suppliers once they are invited.
    /// </summary>
    public static bool MaySee(Round round, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        return (IsStaff(caller) && Concerns(round.RoundId, caller)) || IsInvited(round, caller);
    }

    /// <summary>Whether a round or plan is any business of the municipality's caller, by its id: not when it is another agency's own call-off.</summary>
    public static bool Concerns(string roundId, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.AgencyId is not { } own || MunicipalRoles.Any(caller.Has) || CallOff.AgencyOf(roundId) is not { } agency || agency == own;
    }

    /// <summary>Whether the caller works for the municipality.</summary>
    public static bool IsStaff(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.SupplierId is null && (RunningRounds.Any(caller.Has) || caller.HasAny(Role.NeedReporter, Role.BudgetHolder));
    }

    /// <summary>Whether the caller has one of <see cref="RunningRounds"/> for the whole municipality: an agency's officers have it for its own call-offs only.</summary>
    public static bool RunsRounds(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return MunicipalRoles.Any(caller.Has) || (caller.AgencyId is null && RunningRounds.Any(caller.Has));
    }

    /// <summary>Whether the caller has one of <see cref="RunningRounds"/> for this round.</summary>
    public static bool RunsRounds(Round round, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        return RunsRounds(caller) || (caller.AgencyId is { } own && round.CallOff?.AgencyId == own && RunningRounds.Any(caller.Has));
    }
}
