using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Awards;

/// <summary>The round's last two steps: from awarding to delivering, from delivering to closed.</summary>
public static class RoundEnding
{
    /// <summary>Deliveries begin when every lot has come to its orders, has ended, or had no bids.</summary>
    public static Decision<Round> BeginDeliveries(Round round, IReadOnlyCollection<Lot> lots)
    {
        if (round.Phase is RoundPhase.Delivering or RoundPhase.Closed)
            return Decision.Unchanged(round);
        return round.Phase is RoundPhase.Awarding && lots.All(lot => lot.Phase is LotPhase.Delivering or LotPhase.Ended or LotPhase.WithoutBids)
            ? Decision.Accept(round with { Phase = RoundPhase.Delivering }, new DeliveriesBegan())
            : AwardRefusals.LotsLeft(round.RoundId);
    }

    /// <summary>The round closes when every lot has ended or had no bids, and the protocol is stored.</summary>
    public static Decision<Round> Close(Round round, IReadOnlyCollection<Lot> lots, string protocolBlob, string protocolSha256, Instant now)
    {
        if (round.Phase is RoundPhase.Closed)
            return Decision.Unchanged(round);
        return MayClose(round, lots)
            ? Decision.Accept(
                round with { Phase = RoundPhase.Closed, Closing = new RoundClosing(now, protocolBlob) },
                new RoundClosed(protocolSha256))
            : AwardRefusals.LotsLeft(round.RoundId);
    }

    /// <summary>Whether nothing more is awaited: every lot has ended, it is decided what becomes of those without bids, and no option waits for its order.</summary>
    public static bool MayClose(Round round, IReadOnlyCollection<Lot> lots) =>
        round.Phase is RoundPhase.Delivering && Orders.OptionOrdering.AllAreFollowed(round, lots) && lots.All(lot => lot.Phase is LotPhase.Ended or LotPhase.WithoutBids && !LotOutcomes.IsAwaited(lot));
}
