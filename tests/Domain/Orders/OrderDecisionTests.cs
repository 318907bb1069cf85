using CsCheck;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.Tests.Domain.Awards;

namespace Samkjop.Tests.Domain.Orders;

public sealed class OrderDecisionTests
{
    private static readonly Instant Now = Instant.FromUtc(2021, 6, 1, 8, 0);

    private static readonly Order Placed = Placement.OrdersOf(Given.AwardedLot, Given.Sheet, Instant.FromUtc(2021, 5, 26, 8, 0))[0];

    /// <summary>Three vehicles delivered in two parts, some reports sent twice.</summary>
    private static readonly (string Id, OrderEntryKind Kind, int? Quantity)[] Story =
    [
        ("a", OrderEntryKind.Confirmed, null), ("b", OrderEntryKind.Dispatched, 2), ("c", OrderEntryKind.Delivered, 2),
        ("d", OrderEntryKind.Dispatched, 1), ("e", OrderEntryKind.Delayed, null), ("f", OrderEntryKind.Delivered, 1),
        ("c", OrderEntryKind.Delivered, 2), ("a", OrderEntryKind.Confirmed, null), ("f", OrderEntryKind.Delivered, 1),
    ];

    [Fact]
    public void Confirmed_dispatched_delivered_and_accepted_ends_the_order()
    {
        var order = Placed
            .After(o => Report(o, "a", OrderEntryKind.Confirmed))
            .After(o => Report(o, "b", OrderEntryKind.Dispatched));
        Assert.Equal(OrderState.Dispatched, order.State);

        var delivered = order.After(o => Report(o, "c", OrderEntryKind.Delivered));
        Assert.Equal((OrderState.Delivered, 3), (delivered.State, delivered.DeliveredQuantity));

        var accepted = Judge(delivered, "d", accepted: true).Accepted();
        Assert.Equal((OrderState.Accepted, 3, true), (accepted.State.State, accepted.State.AcceptedQuantity, accepted.State.HasEnded));
        Assert.Contains(new OrderAccepted("order-lot-1-bym"), accepted.Events);
    }

    [Fact]
    public void Partial_deliveries_are_accepted_one_by_one()
    {
        var order = Placed.After(o => Report(o, "a", OrderEntryKind.Delivered, 1)).After(o => Judge(o, "b", accepted: true));
        Assert.Equal((OrderState.Dispatched, 1), (order.State, order.AcceptedQuantity));

        Assert.Equal("nothing-delivered", Judge(order, "c", accepted: true).RefusalCode());
        var whole = order.After(o => Report(o, "d", OrderEntryKind.Delivered, 2)).After(o => Judge(o, "e", accepted: true, quantity: 2));
        Assert.Equal(OrderState.Accepted, whole.State);
    }

    [Fact]
    public void Rejected_vehicles_count_as_not_delivered_and_can_be_delivered_again()
    {
        var order = Placed.After(o => Report(o, "a", OrderEntryKind.Delivered)).After(o => Judge(o, "b", accepted: false, 1, "Bulk i døra"));
        Assert.Equal((OrderState.Dispatched, 2), (order.State, order.DeliveredQuantity));

        var again = order.After(o => Report(o, "c", OrderEntryKind.Delivered, 1)).After(o => Judge(o, "d", accepted: true));
        Assert.Equal(OrderState.Accepted, again.State);
    }

    [Fact]
    public void A_repeated_report_counts_once()
    {
        var once = Placed.After(o => Report(o, "a", OrderEntryKind.Delivered, 1));

        Assert.Same(once, Report(once, "a", OrderEntryKind.Delivered, 1).Accepted().State);
    }

    [Fact]
    public void A_report_that_comes_after_the_end_is_kept_and_changes_nothing_else()
    {
        var ended = Placed.After(o => Report(o, "a", OrderEntryKind.Delivered)).After(o => Judge(o, "b", accepted: true));
        var late = ended.After(o => Report(o, "c", OrderEntryKind.Dispatched));

        Assert.Equal(OrderState.Accepted, late.State);
        Assert.Equal(3, late.Entries.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(int.MaxValue)]
    public void An_absurd_quantity_is_refused(int quantity) =>
        Assert.Equal("quantity-out-of-bounds", Report(Placed, "a", OrderEntryKind.Delivered, quantity).RefusalCode());

    [Fact]
    public void The_agency_cannot_judge_more_than_was_delivered()
    {
        var order = Placed.After(o => Report(o, "a", OrderEntryKind.Delivered, 2));

        Assert.Equal("quantity-out-of-bounds", Judge(order, "b", accepted: true, quantity: 3).RefusalCode());
        Assert.Equal("reason-missing", Judge(order, "b", accepted: false, quantity: 1).RefusalCode());
    }

    [Fact]
    public void What_the_contract_manager_enters_needs_evidence()
    {
        Assert.Equal("evidence-missing", OrderDecisions.Record(Placed, Entry("a", OrderEntryKind.Delivered, null, OrderChannel.ContractManager)).RefusalCode());
        OrderDecisions.Record(Placed, Entry("a", OrderEntryKind.Delivered, null, OrderChannel.ContractManager) with { Evidence = "Fraktbrev 17" }).Accepted();
    }

    [Fact]
    public void A_supplier_cannot_accept_its_own_delivery() =>
        Assert.Equal("entry-kind-not-allowed", Report(Placed, "a", OrderEntryKind.Accepted).RefusalCode());

    [Fact]
    public void The_entries_of_an_order_are_bounded()
    {
        var full = Enumerable.Range(0, OrderDecisions.MaxEntries).Aggregate(Placed, (o, i) => o.After(s => Report(s, $"e{i}", OrderEntryKind.Delayed)));

        Assert.Equal("order-log-full", Report(full, "one-more", OrderEntryKind.Delayed).RefusalCode());
    }

    [Fact]
    public void Reports_end_right_in_any_order_and_however_often_they_come() =>
        Gen.Select(Gen.Shuffle(Story), Gen.Bool.Array[Story.Length]).Sample((reports, accepts) =>
        {
            var order = Placed;
            foreach (var ((id, kind, quantity), accept) in reports.Zip(accepts))
            {
                order = order.After(o => Report(o, id, kind, quantity));
                if (accept && order.DeliveredQuantity > order.AcceptedQuantity)
                    order = order.After(o => Judge(o, $"j{o.Entries.Length}", accepted: true));
            }

            Assert.Equal(3, order.DeliveredQuantity);
            Assert.Equal(order.AcceptedQuantity == 3 ? OrderState.Accepted : OrderState.Delivered, order.State);
        });

    [Fact]
    public void Quantities_stay_within_what_was_ordered_whatever_is_reported() =>
        Gen.Select(Gen.Enum<OrderEntryKind>(), Gen.Int[1, 3]).Array[0, 20].Sample(entries =>
        {
            var order = Placed;
            foreach (var ((kind, quantity), i) in entries.Select((entry, i) => (entry, i)))
            {
                var decision = kind is OrderEntryKind.Accepted or OrderEntryKind.Rejected
                    ? Judge(order, $"{i}", kind is OrderEntryKind.Accepted, quantity, "grunn")
                    : Report(order, $"{i}", kind, quantity);
                order = (decision as Decision<Order>.Accepted)?.State ?? order;
                Assert.InRange(order.AcceptedQuantity, 0, order.DeliveredQuantity);
                Assert.InRange(order.DeliveredQuantity, 0, order.Quantity);
            }
        });

    [Fact]
    public void An_overdue_supplier_is_reminded_the_day_after_and_then_weekly_eight_times()
    {
        var order = Placed;
        for (var number = 1; number <= Overdue.MaxReminders; number++)
        {
            var due = order.NextReminderAt()!.Value;
            Assert.Equal(order.DeliverBy.PlusDays(1 + (7 * (number - 1))), OsloTime.DateOf(due));
            Assert.Empty(Overdue.Remind(order, number, due - Duration.FromSeconds(1)).Accepted().Events);
            order = order.After(o => Overdue.Remind(o, number, due));
            Assert.Same(order, Overdue.Remind(order, number, due).Accepted().State);
        }

        Assert.Null(order.NextReminderAt());
    }

    [Fact]
    public void Nobody_is_reminded_of_what_is_delivered() =>
        Assert.Null(Placed.After(o => Report(o, "a", OrderEntryKind.Delivered)).NextReminderAt());

    private static Decision<Order> Report(Order order, string id, OrderEntryKind kind, int? quantity = null) =>
        OrderDecisions.Record(order, Entry(id, kind, quantity, OrderChannel.Webhook));

    private static RecordEntry Entry(string id, OrderEntryKind kind, int? quantity, OrderChannel channel) => new(id, kind, quantity, "beta", channel, null, null, Now);

    private static Decision<Order> Judge(Order order, string id, bool accepted, int? quantity = null, string? reason = null) =>
        OrderDecisions.Judge(order, new JudgeDelivery(id, accepted, quantity, reason, "agency", Now));
}
