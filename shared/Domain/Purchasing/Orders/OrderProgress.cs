using System.Collections.Immutable;

namespace Samkjop.Purchasing.Orders;

/// <summary>
/// What the entries of an order add up to. It is the set of entries that counts, not the order of their arrival: a delivery that arrives before its
/// confirmation is a delivery, and the confirmation that comes after changes nothing. Only the agency's own verdicts stand between deliveries,
/// since it can judge only what was delivered when it judged.
/// </summary>
/// <param name="State">Where the order is.</param>
/// <param name="Delivered">Vehicles delivered and not rejected, 0 to the order's quantity.</param>
/// <param name="Accepted">Vehicles accepted, 0 to <paramref name="Delivered"/>.</param>
public sealed record OrderProgress(OrderState State, int Delivered, int Accepted)
{
    /// <summary>Vehicles that the agency can accept or reject now.</summary>
    public int ToJudge => Delivered - Accepted;

    /// <summary>The sum of the entries.</summary>
    /// <param name="quantity">Vehicles ordered.</param>
    /// <param name="entries">As recorded.</param>
    public static OrderProgress Of(int quantity, ImmutableArray<OrderEntry> entries)
    {
        var (delivered, accepted) = (0, 0);
        foreach (var entry in entries)
        {
            // Deliveries add up to what was ordered and no further: reporting one twice, by message and by hand, is common.
            (delivered, accepted) = entry.Kind switch
            {
                OrderEntryKind.Delivered => (Math.Min(quantity, delivered + (entry.Quantity ?? quantity)), accepted),
                OrderEntryKind.Accepted => (delivered, Math.Min(delivered, accepted + (entry.Quantity ?? delivered))),
                OrderEntryKind.Rejected => (Math.Max(accepted, delivered - (entry.Quantity ?? delivered)), accepted),
                _ => (delivered, accepted),
            };
        }

        return new(StateOf(quantity, delivered, accepted, [.. entries.Select(entry => entry.Kind)]), delivered, accepted);
    }

    private static OrderState StateOf(int quantity, int delivered, int accepted, HashSet<OrderEntryKind> seen) =>
        accepted == quantity ? OrderState.Accepted
        : delivered == quantity ? OrderState.Delivered
        : seen.Contains(OrderEntryKind.Dispatched) || seen.Contains(OrderEntryKind.Delivered) ? OrderState.Dispatched
        : seen.Contains(OrderEntryKind.Confirmed) ? OrderState.Confirmed
        : OrderState.Placed;
}
