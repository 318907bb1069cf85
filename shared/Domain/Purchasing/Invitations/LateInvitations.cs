using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An officer of the round invites suppliers that were admitted after its invitation went out.</summary>
/// <param name="AdmittedSupplierIds">All suppliers admitted to the purchasing system now.</param>
/// <param name="By">The officer.</param>
/// <param name="Now">When.</param>
public sealed record InviteLateSuppliers(ImmutableArray<string> AdmittedSupplierIds, Caller By, Instant Now);

/// <summary>Suppliers that were admitted after the invitation were invited too.</summary>
public sealed record LateSuppliersInvited(string RoundId, ImmutableArray<string> SupplierIds) : DomainEvent;

/// <summary>
/// Suppliers that are admitted while a round takes bids. The law has all invited that are admitted at the time of invitation; whether later ones join is
/// the round's setting (<see cref="RoundSettings.LateSuppliers"/>). They get everything that was told to all, and the same closing.
/// </summary>
public static class LateInvitations
{
    /// <summary>Invites those that are admitted and not yet invited, while bids are received.</summary>
    public static Decision<Round> Invite(Round round, InviteLateSuppliers command)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(command);
        if (RoundAccess.MayActAs(round, command.By, Role.ProcurementOfficer, command.Now) is { } refusal)
        {
            return refusal;
        }

        if (round is not { Phase: RoundPhase.Bidding, Invitation: { } invitation } || command.Now >= invitation.Window.Closes)
        {
            return NotBidding(round);
        }

        if (round.Settings.LateSuppliers is LateSuppliers.NextRound)
        {
            return TheyWait();
        }

        ImmutableArray<string> late = [.. command.AdmittedSupplierIds.Except(invitation.InvitedSupplierIds, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return late.IsEmpty
            ? Nobody(round)
            : Decision.Accept(
                round with
                {
                    Invitation = invitation with
                    {
                        InvitedSupplierIds = [.. invitation.InvitedSupplierIds.Concat(late).Order(StringComparer.Ordinal)],
                        Late = [.. invitation.Late, .. late.Select(supplierId => new LateInvitation(supplierId, command.Now))],
                    },
                },
                new LateSuppliersInvited(round.RoundId, late));
    }

    private static Refusal NotBidding(Round round) => Refusal.Conflict(
        "not-bidding",
        $"Runde {round.RoundId} tar ikke imot tilbud nå. Ingenting er endret; leverandører som tas opp nå, inviteres til neste runde.",
        $"Round {round.RoundId} takes no bids now. Nothing was changed; suppliers that are admitted now are invited to the next round.");

    private static Refusal TheyWait() => Refusal.Conflict(
        "late-suppliers-wait",
        "Rundens regel er at leverandører som tas opp etter invitasjonen, venter til neste runde. Ingenting er endret.",
        "The round's rule is that suppliers admitted after its invitation wait for the next round. Nothing was changed.");

    private static Refusal Nobody(Round round) => Refusal.Conflict(
        "nobody-to-invite",
        $"Alle som er tatt opp i {round.PurchasingSystemId}, er invitert alt. Ingenting er endret.",
        $"Everybody who is admitted to {round.PurchasingSystemId} is invited already. Nothing was changed.");
}
