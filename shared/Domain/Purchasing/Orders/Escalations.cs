using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <param name="Kind">Why.</param>
/// <param name="Day">The local day that brings it.</param>
/// <param name="At">When it is told, 08:00 of that day.</param>
public sealed record DueEscalation(OrderEscalationKind Kind, LocalDate Day, Instant At);

/// <summary>
/// Tells contract manager and officers of orders that do not move: overdue by the days that the settings name, and again when damages of a missing vehicle
/// reach their cap. Each is told once; a later day of delivery that is accepted begins anew.
/// </summary>
public static class Escalations
{
    /// <summary>The escalation that comes next while vehicles are missing; null when none does.</summary>
    public static DueEscalation? NextEscalation(this Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.HasEnded || order.RemainingQuantity <= 0)
            return null;
        return DaysOf(order)
            .Where(due => !order.Escalations.Any(told => told.Kind == due.Kind && told.Day == due.Day))
            .Select(due => new DueEscalation(due.Kind, due.Day, Overdue.MorningOf(due.Day)))
            .MinBy(due => due.At);
    }

    /// <summary>Records the escalation that is due; nothing is changed while none is.</summary>
    public static Decision<Order> Escalate(Order order, Instant now) =>
        order.NextEscalation() is { } due && due.At <= now
            ? Decision.Accept(
                order with { Escalations = order.Escalations.Add(new OrderEscalation(due.Kind, due.Day, now)) },
                new OrderEscalated(order.OrderId, due.Kind, due.Day))
            : Decision.Unchanged(order);

    /// <summary>The days that bring an escalation, whether told or not.</summary>
    internal static ImmutableArray<(OrderEscalationKind Kind, LocalDate Day)> DaysOf(Order order)
    {
        var overdue = (OrderEscalationKind.Overdue, order.DueDate.PlusDays(order.Terms.EscalationDays));
        return LiquidatedDamages.CapDayOf(order) is { } cap ? [overdue, (OrderEscalationKind.DamagesCap, cap)] : [overdue];
    }
}
