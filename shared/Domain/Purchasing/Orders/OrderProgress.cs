using System.Collections.Immutable;

namespace Samkjop.Purchasing.Orders;

/// <summary>
/// What the entries and rulings of an order add up to. It is the set of entries that counts, not the order of their arrival: a delivery that arrives before
/// its confirmation is a delivery, and the confirmation that comes after changes nothing; deeds outweigh words, so that a rejection of the order counts
/// until something is dispatched or delivered, and whenever it comes. Only the agency's own verdicts stand between deliveries, since it can judge only
/// what was delivered when it judged, and rulings answer what they name.
/// </summary>
/// <param name="State">Where the order is.</param>
/// <param name="Delivered">Vehicles delivered and not rejected, 0 to the order's quantity.</param>
/// <param name="Accepted">Vehicles accepted, 0 to <paramref name="Delivered"/>.</param>
public sealed record OrderProgress(OrderState State, int Delivered, int Accepted)
{
    /// <summary>Vehicles that the agency can accept or reject now.</summary>
    public int ToJudge => Delivered - Accepted;

    /// <summary>The sum of an order's entries and rulings.</summary>
    public static OrderProgress Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return Of(order.Quantity, order.Entries, order.Rulings);
    }

    /// <summary>The sum of entries and rulings.</summary>
    /// <param name="quantity">Vehicles ordered.</param>
    /// <param name="entries">As recorded.</param>
    /// <param name="rulings">As recorded.</param>
    public static OrderProgress Of(int quantity, ImmutableArray<OrderEntry> entries, ImmutableArray<OrderRuling> rulings)
    {
        var vehicles = DeliveredVehicles.Of(quantity, entries);
        var (accepted, delivered) = (vehicles.AcceptedQuantity, vehicles.AcceptedQuantity + vehicles.WaitingQuantity);
        return new(StateOf(quantity, delivered, accepted, entries, rulings), delivered, accepted);
    }

    /// <summary>The supplier's rejections that nobody has answered, by id.</summary>
    internal static ImmutableArray<string> UnansweredRejections(ImmutableArray<OrderEntry> entries, ImmutableArray<OrderRuling> rulings)
    {
        var answered = rulings.SelectMany(ruling => ruling.Answers).ToHashSet(StringComparer.Ordinal);
        return [.. entries.Where(entry => entry.Kind is OrderEntryKind.Declined && !answered.Contains(entry.EntryId)).Select(entry => entry.EntryId)];
    }

    private static OrderState StateOf(
        int quantity, int delivered, int accepted, ImmutableArray<OrderEntry> entries, ImmutableArray<OrderRuling> rulings)
    {
        var seen = entries.Select(entry => entry.Kind).ToHashSet();
        return accepted == quantity ? OrderState.Accepted
            : rulings.Any(ruling => ruling.Kind is OrderRulingKind.Cancelled) ? OrderState.Cancelled
            : rulings.Any(ruling => ruling.Kind is OrderRulingKind.Terminated) ? OrderState.Terminated
            : delivered == quantity ? OrderState.Delivered
            : seen.Contains(OrderEntryKind.Dispatched) || seen.Contains(OrderEntryKind.Delivered) ? OrderState.Dispatched
            : !UnansweredRejections(entries, rulings).IsEmpty ? OrderState.Rejected
            : seen.Contains(OrderEntryKind.Confirmed) ? OrderState.Confirmed
            : OrderState.Placed;
    }
}
