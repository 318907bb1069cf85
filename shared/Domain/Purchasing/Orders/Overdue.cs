using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <summary>
/// Reminds a supplier of vehicles that are overdue: the day after the last day of delivery, then weekly. Where a later day was accepted, from the day after
/// that one.
/// </summary>
public static class Overdue
{
    /// <summary>Most reminders of one order.</summary>
    public const int MaxReminders = 8;

    private static readonly LocalTime MorningInOslo = new(8, 0);

    /// <summary>Whether vehicles are missing after the last day of delivery, by Oslo's calendar.</summary>
    public static bool IsOverdue(this Order order, Instant now) =>
        !order.HasEnded && order.RemainingQuantity > 0 && OsloTime.DateOf(now) > order.DueDate;

    /// <summary>When the next reminder is due; null when everything is delivered, or the last reminder has been sent.</summary>
    public static Instant? NextReminderAt(this Order order)
    {
        if (order.HasEnded || order.RemainingQuantity <= 0 || order.Reminders.Length >= MaxReminders)
            return null;
        var sinceDue = order.Reminders.Count(reminder => OsloTime.DateOf(reminder.At) > order.DueDate);
        return MorningOf(order.DueDate.PlusDays(1).PlusWeeks(sinceDue));
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

    /// <summary>08:00 of a local day.</summary>
    internal static Instant MorningOf(LocalDate day) => (day + MorningInOslo).InZoneLeniently(OsloTime.Zone).ToInstant();
}
