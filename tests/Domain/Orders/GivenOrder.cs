using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.Tests.Domain.Awards;

namespace Samkjop.Tests.Domain.Orders;

/// <summary>An order of three vehicles at NOK 462 000, due on Wednesday 18 August 2021, with 1.5 ‰ per calendar day and a cap of 15 %.</summary>
internal static class GivenOrder
{
    public static readonly LocalDate Due = new(2021, 8, 18);

    public static Order Placed { get; } = Placement.OrdersOf(Given.AwardedLot, Given.Sheet, Instant.FromUtc(2021, 5, 26, 8, 0))[0];

    /// <summary>Noon UTC of the day that lies so many days after the last day of delivery.</summary>
    public static Instant Day(int afterDue) => Due.PlusDays(afterDue).AtMidnight().InUtc().ToInstant() + Duration.FromHours(12);

    public static Order Reported(
        this Order order, string id, OrderEntryKind kind, int? quantity = null, int day = 0, LocalDate? until = null, string? note = "grunn") =>
        order.After(o => Report(o, id, kind, quantity, day, until, note));

    public static Decision<Order> Report(
        Order order, string id, OrderEntryKind kind, int? quantity = null, int day = 0, LocalDate? until = null, string? note = "grunn",
        OrderChannel channel = OrderChannel.Webhook, LocalDate? happenedOn = null) =>
        OrderDecisions.Record(order, new RecordEntry(
            id, kind, quantity, "beta", channel, note, channel is OrderChannel.ContractManager ? "Fraktbrev 17" : null, Day(day), until, happenedOn));

    public static Order Judged(this Order order, string id, bool accepted, int? quantity = null, int day = 0) =>
        order.After(o => OrderDecisions.Judge(o, new JudgeDelivery(id, accepted, quantity, "grunn", "agency", Day(day))));

    public static Order Ruled(this Order order, OrderRulingKind kind, int day = 0, Func<RuleOnOrder, RuleOnOrder>? with = null) =>
        order.After(o => Rule(o, kind, day, with));

    public static Decision<Order> Rule(Order order, OrderRulingKind kind, int day = 0, Func<RuleOnOrder, RuleOnOrder>? with = null)
    {
        var command = new RuleOnOrder($"ruling-{order.Rulings.Length}", kind, "Etter avtale.", Given.Manager, Day(day));
        return Rulings.Rule(order, with is null ? command : with(command));
    }
}
