using System.Collections.Immutable;
using Samkjop.Functions.Purchasing.Plans;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Rounds;

/// <summary>Where a round is, as the caller may read it.</summary>
/// <param name="CallOff">Whose own call-off it is; null for a joint round. Suppliers read the agency that buys.</param>
/// <param name="Settings">For the municipality's people only.</param>
/// <param name="People">For the municipality's people only.</param>
/// <param name="Needs">For the municipality's people only.</param>
/// <param name="BidWindow">When bids are received; null before the invitation.</param>
/// <param name="InvitedSupplierIds">For those who run rounds only.</param>
/// <param name="OpenedAt">When the bids were opened.</param>
/// <param name="Closed">When the round closed.</param>
/// <param name="ClosedBecause">Why it closed without buying; null when it bought. Invited suppliers read why it was cancelled.</param>
public sealed record RoundView(
    string RoundId, Text Title, string PurchasingSystemId, CallOff? CallOff, RoundPhase Phase, RoundSettings? Settings, RoundPeople? People, NeedsWindowView? Needs,
    ImmutableArray<string> LotIds, BidWindowView? BidWindow, ImmutableArray<string>? InvitedSupplierIds, MomentView? OpenedAt, MomentView? Closed, Text? ClosedBecause)
{
    public static RoundView For(Round round, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        var staff = RoundAccess.IsStaff(caller);
        return new RoundView(
            round.RoundId,
            round.Title,
            round.PurchasingSystemId,
            staff ? round.CallOff : round.CallOff is { AgencyId: var buyer } ? new CallOff(buyer) : null,
            round.Phase,
            staff ? round.Settings : null,
            staff ? round.People : null,
            staff ? NeedsWindowView.Of(round.Needs) : null,
            round.LotIds,
            round.Invitation is { } invitation ? BidWindowView.Of(invitation.Window) : null,
            RoundAccess.RunsRounds(round, caller) ? round.Invitation?.InvitedSupplierIds : null,
            round.OpenedAt is { } opened ? MomentView.Of(opened) : null,
            round.Closing is { } closing ? MomentView.Of(closing.At) : null,
            staff || round.Cancellation is not null ? round.Closing?.Reason : null);
    }
}

/// <summary>The bid window in words.</summary>
/// <param name="Opens">Inclusive.</param>
/// <param name="Closes">Exclusive: a bid at this instant is late.</param>
public sealed record BidWindowView(MomentView Opens, MomentView Closes)
{
    public static BidWindowView Of(BidWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new BidWindowView(MomentView.Of(window.Opens), MomentView.Deadline(window.Closes));
    }
}
