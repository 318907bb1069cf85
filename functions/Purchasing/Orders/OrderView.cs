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
/// <param name="DeliverBy">Last local day of delivery by the contract.</param>
/// <param name="DueDate">Last local day of delivery as it stands: the contract's, or a later one that was accepted.</param>
/// <param name="DelayedUntil">The local day that a delay is announced until; null for none.</param>
/// <param name="State">Where it is.</param>
/// <param name="DeliveredQuantity">Delivered and not rejected.</param>
/// <param name="AcceptedQuantity">Accepted by the agency.</param>
/// <param name="RemainingQuantity">Still to be delivered.</param>
/// <param name="ReleasedQuantity">No longer ordered: cancelled or terminated.</param>
/// <param name="Reminders">Reminders of an overdue delivery.</param>
/// <param name="Escalations">When contract manager and officers were told that it does not move.</param>
/// <param name="Rulings">What the contract manager has decided, oldest first.</param>
/// <param name="Terms">What the contract says of delays.</param>
/// <param name="Entries">What has been reported, oldest first.</param>
public sealed record OrderView(
    string RoundId, string OrderId, string LotId, string AgencyId, string SupplierId, string Model, int Quantity, decimal UnitPrice, Instant PlacedAt,
    LocalDate DeliverBy, LocalDate DueDate, LocalDate? DelayedUntil, OrderState State, int DeliveredQuantity, int AcceptedQuantity, int RemainingQuantity,
    int ReleasedQuantity, ImmutableArray<OrderReminder> Reminders, ImmutableArray<OrderEscalation> Escalations, ImmutableArray<OrderRuling> Rulings,
    OrderTerms Terms, ImmutableArray<OrderEntry> Entries)
{
    public static OrderView Of(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return new(
            order.RoundId, order.OrderId, order.LotId, order.AgencyId, order.SupplierId, order.Model, order.Quantity, order.UnitPrice, order.PlacedAt,
            order.DeliverBy, order.DueDate, order.DelayedUntil, order.State, order.DeliveredQuantity, order.AcceptedQuantity, order.RemainingQuantity,
            order.ReleasedQuantity, order.Reminders, order.Escalations, order.Rulings, order.Terms, order.Entries);
    }
}
