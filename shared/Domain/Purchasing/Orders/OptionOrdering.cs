using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Purchasing.Orders;

/// <summary>
/// Orders an option of a signed lot whose loan was granted after the lot's orders were placed, while the round is open. The round is told first, so that it
/// does not close before the order is there; then the order is placed; then its lot is told, which delivers again.
/// </summary>
public static class OptionOrdering
{
    /// <summary>The options of a lot that can be ordered now: granted, and in none of its orders.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="orders">Its orders.</param>
    /// <param name="granted">Needs whose loan was granted.</param>
    public static ImmutableArray<OptionOrder> Due(Lot lot, IReadOnlyCollection<Order> orders, IReadOnlySet<string> granted)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(granted);
        if (lot.Phase is not (LotPhase.Delivering or LotPhase.Ended) || !lot.IsSigned())
            return [];
        var ordered = orders.SelectMany(order => order.NeedIds).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. lot.Content.Lines.Where(line => line.IsOption && granted.Contains(line.NeedId) && !ordered.Contains(line.NeedId))
                .Select(line => new OptionOrder(IdOf(lot, line), lot.LotId, line.NeedId)),
        ];
    }

    /// <summary>The round notes that an option is ordered; noted before, nothing changes.</summary>
    public static Decision<Round> Note(Round round, OptionOrder option)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(option);
        if (round.OptionOrders.Contains(option))
            return Decision.Unchanged(round);
        return round.Phase is RoundPhase.Awarding or RoundPhase.Delivering
            ? Decision.Accept(round with { OptionOrders = round.OptionOrders.Add(option) }, new OptionOrdered(option.OrderId, option.LotId, option.NeedId))
            : TooLate(round.RoundId);
    }

    /// <summary>The order of a noted option.</summary>
    /// <exception cref="InvalidOperationException">The lot has no such option.</exception>
    public static Order OrderOf(Lot lot, OptionOrder option, PriceSheet sheet, Instant now, OrderTerms terms)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(option);
        ArgumentNullException.ThrowIfNull(sheet);
        ImmutableArray<ConsolidatedLine> lines = [.. lot.Content.Lines.Where(line => line.NeedId == option.NeedId)];
        return lines.IsEmpty
            ? throw new InvalidOperationException($"{lot.LotId} of round {lot.RoundId} has no need {option.NeedId}, so it cannot be ordered.")
            : Placement.OrderOf(lot, sheet, now, option.OrderId, lines, terms);
    }

    /// <summary>The lot follows one more order; one that had ended delivers again.</summary>
    public static Decision<Lot> Follow(Lot lot, string orderId)
    {
        ArgumentNullException.ThrowIfNull(lot);
        if (lot.OrderIds.Contains(orderId))
            return Decision.Unchanged(lot);
        ImmutableArray<string> ids = [.. lot.OrderIds.Add(orderId).Order(StringComparer.Ordinal)];
        return lot.Phase is LotPhase.Delivering or LotPhase.Ended
            ? Decision.Accept(lot with { Phase = LotPhase.Delivering, OrderIds = ids }, new OrdersPlaced(lot.LotId, [orderId]))
            : AwardRefusals.NotSigned(lot.LotId);
    }

    /// <summary>Whether every option that the round has noted is among its lots' orders.</summary>
    internal static bool AllAreFollowed(Round round, IReadOnlyCollection<Lot> lots) =>
        round.OptionOrders.All(option => lots.Any(lot => lot.OrderIds.Contains(option.OrderId)));

    private static string IdOf(Lot lot, ConsolidatedLine line) => $"order-{lot.LotId}-{line.AgencyId}-{line.NeedId}";

    private static Refusal TooLate(string roundId) => Refusal.Conflict(
        "round-closed",
        $"Runde {roundId} er avsluttet, så opsjonen kan ikke bestilles. Svaret på lånet er lagret; virksomheten melder behovet i neste runde.",
        $"Round {roundId} is closed, so the option cannot be ordered. The loan's answer was kept; the agency reports the need in the next round.");
}
