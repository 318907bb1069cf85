using NodaTime;
using Samkjop.Calendars;
using Samkjop.Purchasing.AwardNotices;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Purchasing.Calendars;

/// <summary>What those who run rounds follow up after the contracts: overdue orders and award notices.</summary>
internal static class FollowUpEntries
{
    /// <summary>One entry per overdue order and day that brings an escalation, from the first reminder on.</summary>
    public static IEnumerable<CalendarEntry> EscalationsOf(Round round, IEnumerable<Order> orders) => orders
        .Where(order => !order.Reminders.IsEmpty && order.RemainingQuantity > 0)
        .SelectMany(order => Escalations.DaysOf(order).Select(due => new CalendarEntry(
            $"escalation-{(due.Kind is OrderEscalationKind.Overdue ? "overdue" : "cap")}-{order.OrderId}",
            due.Kind is OrderEscalationKind.Overdue
                ? new Text($"Eskaleres hvis ikke levert: {order.OrderId}, {round.Title.No}", $"Escalated unless delivered: {order.OrderId}, {round.Title.En}")
                : new Text($"Dagboten når taket: {order.OrderId}, {round.Title.No}", $"Damages reach their cap: {order.OrderId}, {round.Title.En}"),
            new Text($"{order.RemainingQuantity} kjøretøy mangler.", $"{order.RemainingQuantity} vehicle(s) are missing."),
            CalendarTime.On(due.Day),
            [CalendarAudience.Running])));

    /// <summary>One entry per award notice that the round owes.</summary>
    public static IEnumerable<CalendarEntry> NoticesOf(Round round, IEnumerable<Lot> lots) => AwardNoticeDates.Of(round, lots).Select(notice => new CalendarEntry(
        $"award-notice-{notice.Key}",
        new Text($"Frist for kunngjøring av tildeling: {round.Title.No}", $"Award notice due: {round.Title.En}"),
        new Text(
            $"Gjelder {string.Join(", ", notice.LotIds)}.{(notice.Outstanding.IsEmpty ? " Kunngjort." : "")}",
            $"Concerns {string.Join(", ", notice.LotIds)}.{(notice.Outstanding.IsEmpty ? " Published." : "")}"),
        CalendarTime.On(notice.Due),
        [CalendarAudience.Running]));
}
