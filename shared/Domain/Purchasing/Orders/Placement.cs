using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Purchasing.Orders;

/// <summary>Turns a signed lot into one order per agency.</summary>
public static class Placement
{
    /// <summary>
    /// One order for each agency that has vehicles in the lot, by agency; of options only those whose loan was granted by now. Delivery is due the offered number of weeks after
    /// the day of placement.
    /// </summary>
    /// <param name="lot">A lot whose contract both parties have signed.</param>
    /// <param name="sheet">The winner's sheet for the lot.</param>
    /// <param name="now">When the orders are placed.</param>
    /// <param name="granted">Needs whose loan was granted; null for none.</param>
    /// <param name="terms">What the contract says of delays; the defaults when left out.</param>
    /// <exception cref="InvalidOperationException">The lot is not awarded.</exception>
    public static ImmutableArray<Order> OrdersOf(Lot lot, PriceSheet sheet, Instant now, IReadOnlySet<string>? granted = null, OrderTerms? terms = null)
    {
        return
        [
            .. lot.Content.Lines.Where(line => !line.IsOption || granted?.Contains(line.NeedId) is true)
                .GroupBy(line => line.AgencyId, StringComparer.Ordinal)
                .OrderBy(lines => lines.Key, StringComparer.Ordinal)
                .Select(lines => OrderOf(lot, sheet, now, $"order-{lot.LotId}-{lines.Key}", [.. lines], terms ?? OrderTerms.Default)),
        ];
    }

    /// <summary>One order for lines of one agency.</summary>
    internal static Order OrderOf(Lot lot, PriceSheet sheet, Instant now, string orderId, ImmutableArray<ConsolidatedLine> lines, OrderTerms terms) => new()
    {
        RoundId = lot.RoundId,
        OrderId = orderId,
        LotId = lot.LotId,
        AgencyId = lines[0].AgencyId,
        SupplierId = lot.Award?.SupplierId ?? throw new InvalidOperationException($"{lot.LotId} of round {lot.RoundId} is not awarded, so nothing can be ordered."),
        Model = sheet.Model,
        Quantity = lines.Sum(line => line.Quantity),
        UnitPrice = sheet.UnitPrice,
        PlacedAt = now,
        DeliverBy = OsloTime.DateOf(now).PlusWeeks(sheet.DeliveryWeeks),
        State = OrderState.Placed,
        Terms = terms,
        NeedIds = [.. lines.Select(line => line.NeedId).Distinct(StringComparer.Ordinal)],
    };

    /// <summary>The decision that places one of them.</summary>
    public static Decision<Order> Place(Order order) =>
        Decision.Accept(order, new OrderPlaced(order.OrderId, order.LotId, order.AgencyId, order.SupplierId, order.Quantity));
}
