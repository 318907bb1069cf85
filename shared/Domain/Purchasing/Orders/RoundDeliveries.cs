using System.Collections.Immutable;

namespace Samkjop.Purchasing.Orders;

/// <summary>What orders add up to.</summary>
/// <param name="Orders">How many orders.</param>
/// <param name="Ordered">Vehicles ordered.</param>
/// <param name="Delivered">Delivered and not rejected.</param>
/// <param name="Accepted">Accepted by their agencies.</param>
/// <param name="Remaining">Still to be delivered.</param>
/// <param name="Released">No longer ordered: cancelled or terminated.</param>
public sealed record DeliverySum(int Orders, int Ordered, int Delivered, int Accepted, int Remaining, int Released)
{
    public static DeliverySum Of(IEnumerable<Order> orders) => orders.Aggregate(
        new DeliverySum(0, 0, 0, 0, 0, 0),
        (sum, order) => new(
            sum.Orders + 1, sum.Ordered + order.Quantity, sum.Delivered + order.DeliveredQuantity, sum.Accepted + order.AcceptedQuantity,
            sum.Remaining + order.RemainingQuantity, sum.Released + order.ReleasedQuantity));
}

/// <param name="LotId">The lot.</param>
/// <param name="Sum">What its orders add up to.</param>
/// <param name="Damages">NOK of damages calculated, all its orders together.</param>
/// <param name="Claimed">NOK claimed so far.</param>
public sealed record LotDeliveries(string LotId, DeliverySum Sum, decimal Damages, decimal Claimed);

/// <summary>How far the deliveries of a round have come, as one reader sees it.</summary>
/// <param name="Lots">By lot.</param>
/// <param name="Sum">All of them.</param>
/// <param name="Damages">NOK of damages calculated.</param>
/// <param name="Claimed">NOK claimed so far.</param>
public sealed record RoundDeliveries(ImmutableArray<LotDeliveries> Lots, DeliverySum Sum, decimal Damages, decimal Claimed)
{
    /// <summary>The sums over the orders that the reader may see.</summary>
    public static RoundDeliveries Of(IReadOnlyCollection<Order> orders, NodaTime.Instant now) => new(
        [
            .. orders.GroupBy(order => order.LotId, StringComparer.Ordinal).OrderBy(lot => lot.Key.Length).ThenBy(lot => lot.Key, StringComparer.Ordinal)
                .Select(lot => new LotDeliveries(lot.Key, DeliverySum.Of(lot), DamagesOf(lot, now), ClaimedOf(lot))),
        ],
        DeliverySum.Of(orders), DamagesOf(orders, now), ClaimedOf(orders));

    private static decimal DamagesOf(IEnumerable<Order> orders, NodaTime.Instant now) => orders.Sum(order => LiquidatedDamages.Of(order, now).Amount);

    private static decimal ClaimedOf(IEnumerable<Order> orders) => orders.Sum(order => order.ClaimedDamages() ?? 0);
}
