using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <summary>Reminds a supplier of vehicles that are overdue: the day after the last day of delivery, then weekly.</summary>
public static class Overdue
{
    /// <summary>Most reminders of one order.</summary>
    public const int MaxReminders = 8;

    private static readonly LocalTime MorningInOslo = new(8, 0);

    /// <summary>Whether vehicles are missing after the last day of delivery, by Oslo's calendar.</summary>
    public static bool IsOverdue(this Order order, Instant now) =>
        !order.HasEnded && order.DeliveredQuantity < order.Quantity && now.InZone(OsloTime.Zone).Date > order.DeliverBy;

    /// <summary>When the next reminder is due; null when everything is delivered, or the last reminder has been sent.</summary>
    public static Instant? NextReminderAt(this Order order)
    {
        if (order.HasEnded || order.DeliveredQuantity >= order.Quantity || order.Reminders.Length >= MaxReminders)
            return null;
        var day = order.DeliverBy.PlusDays(1).PlusWeeks(order.Reminders.Length);
        return (day + MorningInOslo).InZoneLeniently(OsloTime.Zone).ToInstant();
    }

    /// <summary>Records a reminder, once per number and not before it is due; otherwise nothing is changed.</summary>
    public static Decision<Order> Remind(Order order, int number, Instant now)
    {
        if (order.Reminders.Length >= number || order.NextReminderAt() is not { } due || now < due)
            return Decision.Unchanged(order);
        return Decision.Accept(
            order with { Reminders = order.Reminders.Add(new OrderReminder(order.Reminders.Length + 1, now)) },
            new SupplierReminded(order.OrderId, order.Reminders.Length + 1));
    }
}
