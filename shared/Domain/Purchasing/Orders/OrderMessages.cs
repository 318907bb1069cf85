using Samkjop.Calendar;

namespace Samkjop.Purchasing.Orders;

/// <summary>What suppliers and agencies are told of orders by the platform itself.</summary>
public static class OrderMessages
{
    public static OutboundMessage Placed(Order order)
    {
        var due = OsloFormat.Day(order.DeliverBy);
        return new(
            order.RoundId, $"placed-{order.OrderId}", MessageRecipient.Supplier(order.SupplierId),
            new Text($"Ny bestilling {order.OrderId}", $"New order {order.OrderId}"),
            new Text(
                $"{order.Quantity} kjøretøy er bestilt, med levering senest {due.No}. Bekreft bestillingen, og meld forsendelse og levering.",
                $"{order.Quantity} vehicle(s) are ordered, due on {due.En}. Confirm the order, and report dispatch and delivery."),
            LinkTo(order), order.PlacedAt);
    }

    /// <summary>To the agency whose loan was granted after its lot's orders were placed.</summary>
    public static OutboundMessage OptionPlaced(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var due = OsloFormat.Day(order.DeliverBy);
        return new(
            order.RoundId, $"option-{order.OrderId}", MessageRecipient.Agency(order.AgencyId),
            new Text($"Opsjonen er bestilt: {order.OrderId}", $"The option is ordered: {order.OrderId}"),
            new Text(
                $"Lånet er innvilget, og {order.Quantity} kjøretøy er bestilt, med levering senest {due.No}.",
                $"The loan is granted, and {order.Quantity} vehicle(s) are ordered, due on {due.En}."),
            LinkTo(order), order.PlacedAt);
    }

    public static OutboundMessage Overdue(Order order, OrderReminder reminder)
    {
        var due = OsloFormat.Day(order.DueDate);
        var left = order.Quantity - order.DeliveredQuantity;
        return new(
            order.RoundId, $"reminder-{order.OrderId}-{reminder.Number}", MessageRecipient.Supplier(order.SupplierId),
            new Text($"Purring {reminder.Number}: {order.OrderId} er forsinket", $"Reminder {reminder.Number}: {order.OrderId} is overdue"),
            new Text(
                $"{left} av {order.Quantity} kjøretøy skulle vært levert senest {due.No}. Meld ny dato, eller at de er levert.",
                $"{left} of {order.Quantity} vehicle(s) were due on {due.En}. Report a new date, or that they are delivered."),
            LinkTo(order), reminder.At);
    }

    internal static string LinkTo(Order order) => $"/api/rounds/{order.RoundId}/orders/{order.OrderId}";
}
