using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>An order as its parties read it.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="OrderId">The order.</param>
/// <param name="LotId">The lot.</param>
/// <param name="AgencyId">Who gets the vehicles.</param>
/// <param name="SupplierId">Who delivers them.</param>
/// <param name="Model">Make, model and variant.</param>
/// <param name="Quantity">Vehicles.</param>
/// <param name="UnitPrice">NOK per vehicle on the contract's price basis.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="DeliverBy">Last local day of delivery.</param>
/// <param name="State">Where it is.</param>
/// <param name="DeliveredQuantity">Delivered and not rejected.</param>
/// <param name="AcceptedQuantity">Accepted by the agency.</param>
/// <param name="Reminders">Reminders of an overdue delivery.</param>
/// <param name="Entries">What has been reported, oldest first.</param>
public sealed record OrderView(
    string RoundId, string OrderId, string LotId, string AgencyId, string SupplierId, string Model, int Quantity, decimal UnitPrice, Instant PlacedAt,
    LocalDate DeliverBy, OrderState State, int DeliveredQuantity, int AcceptedQuantity, ImmutableArray<OrderReminder> Reminders, ImmutableArray<OrderEntry> Entries)
{
    public static OrderView Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new(
            order.RoundId, order.OrderId, order.LotId, order.AgencyId, order.SupplierId, order.Model, order.Quantity, order.UnitPrice, order.PlacedAt,
            order.DeliverBy, order.State, order.DeliveredQuantity, order.AcceptedQuantity, order.Reminders, order.Entries);
    }
}
