using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

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
    /// <exception cref="InvalidOperationException">The lot is not awarded.</exception>
    public static ImmutableArray<Order> OrdersOf(Lot lot, PriceSheet sheet, Instant now, IReadOnlySet<string>? granted = null)
    {
        var winner = lot.Award?.SupplierId ?? throw new InvalidOperationException($"{lot.LotId} of round {lot.RoundId} is not awarded, so nothing can be ordered.");
        return
        [
            .. lot.Content.Lines.Where(line => !line.IsOption || granted?.Contains(line.NeedId) is true)
                .GroupBy(line => line.AgencyId, StringComparer.Ordinal)
                .OrderBy(lines => lines.Key, StringComparer.Ordinal)
                .Select(lines => new Order
                {
                    RoundId = lot.RoundId,
                    OrderId = $"order-{lot.LotId}-{lines.Key}",
                    LotId = lot.LotId,
                    AgencyId = lines.Key,
                    SupplierId = winner,
                    Model = sheet.Model,
                    Quantity = lines.Sum(line => line.Quantity),
                    UnitPrice = sheet.UnitPrice,
                    PlacedAt = now,
                    DeliverBy = OsloTime.DateOf(now).PlusWeeks(sheet.DeliveryWeeks),
                    State = OrderState.Placed,
                }),
        ];
    }

    /// <summary>The decision that places one of them.</summary>
    public static Decision<Order> Place(Order order) =>
        Decision.Accept(order, new OrderPlaced(order.OrderId, order.LotId, order.AgencyId, order.SupplierId, order.Quantity));
}
