using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.Tests.Domain.Awards;
using static Samkjop.Tests.Domain.Orders.GivenOrder;

namespace Samkjop.Tests.Domain.Orders;

/// <summary>What the contract manager decides about orders.</summary>
public sealed class RulingTests
{
    private static Order Declined => Placed.Reported("d", OrderEntryKind.Declined);

    [Fact]
    public void A_supplier_that_rejects_an_order_says_why() =>
        Assert.Equal("reason-missing", Report(Placed, "d", OrderEntryKind.Declined, note: " ").RefusalCode());

    [Fact]
    public void A_rejected_order_waits_for_the_contract_manager()
    {
        Assert.Equal((OrderState.Rejected, false), (Declined.State, Declined.HasEnded));
        Assert.Equal("order-not-rejected", Rule(Placed, OrderRulingKind.Sustained).RefusalCode());
    }

    [Fact]
    public void A_rejection_that_is_not_taken_leaves_the_order_standing_until_the_supplier_rejects_again()
    {
        var standing = Declined.Ruled(OrderRulingKind.Sustained);
        Assert.Equal(OrderState.Placed, standing.State);
        Assert.Equal(["d"], standing.Rulings[0].Answers);

        Assert.Equal(OrderState.Rejected, standing.Reported("again", OrderEntryKind.Declined).State);
        Assert.Equal(OrderState.Confirmed, standing.Reported("c", OrderEntryKind.Confirmed).State);
    }

    [Fact]
    public void A_rejection_of_what_is_on_its_way_is_answered_and_stops_nothing()
    {
        var order = Placed.Reported("s", OrderEntryKind.Dispatched, 1).Reported("d", OrderEntryKind.Declined);
        Assert.Equal(OrderState.Dispatched, order.State);
        Assert.NotEmpty(OrderNews.OfEntry(order, "d"));

        var answered = order.Ruled(OrderRulingKind.Sustained);
        Assert.Equal("order-not-rejected", Rule(answered, OrderRulingKind.Sustained).RefusalCode());
        Assert.Equal(OrderState.Delivered, answered.Reported("l", OrderEntryKind.Delivered).State);
    }

    [Fact]
    public void A_rejected_order_can_be_cancelled_and_releases_its_vehicles()
    {
        var decision = Rule(Declined, OrderRulingKind.Cancelled).Accepted();

        Assert.Equal((OrderState.Cancelled, true, 3, 0), (decision.State.State, decision.State.HasEnded, decision.State.ReleasedQuantity, decision.State.RemainingQuantity));
        Assert.Equal([new OrderCancelled(Placed.OrderId, 3)], decision.Events);
    }

    [Fact]
    public void An_order_is_cancelled_only_where_the_supplier_rejects_it_or_the_agency_agrees()
    {
        Assert.Equal("agreement-missing", Rule(Placed, OrderRulingKind.Cancelled).RefusalCode());

        var agreed = Placed.After(o => OrderDecisions.AgreeToCancel(o, new AgreeToCancel("a", "Behovet er borte.", "holder", Day(0))));
        Assert.Equal((OrderState.Placed, OrderState.Cancelled), (agreed.State, agreed.Ruled(OrderRulingKind.Cancelled).State));
    }

    [Fact]
    public void Nothing_is_cancelled_once_a_vehicle_is_delivered()
    {
        var delivered = Declined.Reported("l", OrderEntryKind.Delivered, 1);

        Assert.Equal("vehicles-delivered", Rule(delivered, OrderRulingKind.Cancelled).RefusalCode());
        Assert.Equal("vehicles-delivered", OrderDecisions.AgreeToCancel(delivered, new AgreeToCancel("a", "r", "holder", Day(0))).RefusalCode());
    }

    [Fact]
    public void A_terminated_order_keeps_what_was_delivered_and_ends_when_that_is_judged()
    {
        var decision = Rule(Placed.Reported("l", OrderEntryKind.Delivered, 2), OrderRulingKind.Terminated, 3, r => r with { Ground = TerminationGround.SubstantialBreach }).Accepted();
        var terminated = decision.State;
        Assert.Equal((OrderState.Terminated, false, 1, 0), (terminated.State, terminated.HasEnded, terminated.ReleasedQuantity, terminated.RemainingQuantity));
        Assert.Equal([new OrderTerminated(Placed.OrderId, TerminationGround.SubstantialBreach, 1)], decision.Events);
        Assert.Equal("order-terminated", Report(terminated, "late", OrderEntryKind.Delivered, 1).RefusalCode());

        var rejected = terminated.Judged("j1", accepted: false, 1);
        Assert.Equal((2, false), (rejected.ReleasedQuantity, rejected.HasEnded));
        Assert.Equal((OrderState.Terminated, true, 1), (rejected.Judged("j2", true).State, rejected.Judged("j2", true).HasEnded, rejected.Judged("j2", true).AcceptedQuantity));
    }

    [Fact]
    public void An_order_is_terminated_for_the_cap_only_once_it_is_reached()
    {
        Func<RuleOnOrder, RuleOnOrder> cap = r => r with { Ground = TerminationGround.DamagesCapReached };

        Assert.Equal("damages-cap-not-reached", Rule(Placed, OrderRulingKind.Terminated, 99, cap).RefusalCode());
        Assert.Equal(OrderState.Terminated, Placed.Ruled(OrderRulingKind.Terminated, 100, cap).State);
        Assert.Equal("ground-missing", Rule(Placed, OrderRulingKind.Terminated).RefusalCode());
        Assert.Equal("nothing-left", Rule(Placed.Reported("l", OrderEntryKind.Delivered), OrderRulingKind.Terminated, 0, cap).RefusalCode());
    }

    [Fact]
    public void A_new_day_is_accepted_with_or_without_damages()
    {
        var date = Due.PlusDays(20);
        var delayed = Placed.Reported("e", OrderEntryKind.Delayed, until: date);
        Assert.Equal(date, delayed.DelayedUntil);

        var with = delayed.Ruled(OrderRulingKind.DateAccepted, 0, r => r with { Date = date });
        var without = delayed.Ruled(OrderRulingKind.DateAccepted, 0, r => r with { Date = date, WithoutDamages = true });

        Assert.Equal((date, Due), (with.DueDate, with.DamagesFrom));
        Assert.Equal((date, date), (without.DueDate, without.DamagesFrom));
        Assert.Equal((Due, Due), (delayed.Ruled(OrderRulingKind.DateRefused).DueDate, delayed.DamagesFrom));
    }

    [Fact]
    public void A_new_day_lies_after_the_contracts_and_answers_a_delay()
    {
        var delayed = Placed.Reported("e", OrderEntryKind.Delayed);

        Assert.Equal("no-delay-announced", Rule(Placed, OrderRulingKind.DateAccepted, 0, r => r with { Date = Due.PlusDays(1) }).RefusalCode());
        Assert.Equal("no-delay-announced", Rule(Placed, OrderRulingKind.DateRefused).RefusalCode());
        Assert.Equal("date-out-of-bounds", Rule(delayed, OrderRulingKind.DateAccepted, 0, r => r with { Date = Due }).RefusalCode());
        Assert.Equal("date-out-of-bounds", Rule(delayed, OrderRulingKind.DateAccepted).RefusalCode());
        Assert.Equal("delayed-until-out-of-bounds", Report(Placed, "e", OrderEntryKind.Delayed, until: Due).RefusalCode());
        Assert.Equal("delayed-until-out-of-bounds", Report(Placed, "e", OrderEntryKind.Confirmed, until: Due.PlusDays(1)).RefusalCode());
    }

    [Fact]
    public void Only_the_contract_manager_shows_another_day_than_the_reports()
    {
        Assert.Equal("happened-on-out-of-bounds", Report(Placed, "l", OrderEntryKind.Delivered, happenedOn: Due).RefusalCode());
        Assert.Equal(
            "happened-on-out-of-bounds", Report(Placed, "l", OrderEntryKind.Delivered, channel: OrderChannel.ContractManager, happenedOn: Due.PlusDays(1)).RefusalCode());
        Report(Placed, "l", OrderEntryKind.Delivered, channel: OrderChannel.ContractManager, happenedOn: Due.PlusDays(-1)).Accepted();
    }

    [Fact]
    public void Damages_are_claimed_in_whole_or_in_part_or_waived()
    {
        var late = Placed.Reported("l", OrderEntryKind.Delivered, day: 10).Judged("j", accepted: true, day: 12);
        Assert.Equal(20_790m, LiquidatedDamages.Of(late, Day(30)).Amount);
        Assert.Null(late.ClaimedDamages());

        var claimed = late.Ruled(OrderRulingKind.DamagesClaimed, 30);
        Assert.Equal(20_790m, claimed.ClaimedDamages());
        Assert.Equal(10_000m, claimed.Ruled(OrderRulingKind.DamagesClaimed, 31, r => r with { Amount = 10_000 }).ClaimedDamages());
        Assert.Equal(0m, claimed.Ruled(OrderRulingKind.DamagesWaived, 31).ClaimedDamages());
        Assert.Equal("amount-out-of-bounds", Rule(late, OrderRulingKind.DamagesClaimed, 30, r => r with { Amount = 20_790.01m }).RefusalCode());
        Assert.Equal("amount-out-of-bounds", Rule(late, OrderRulingKind.DamagesClaimed, 30, r => r with { Amount = 0.005m }).RefusalCode());
    }

    [Fact]
    public void Damages_of_an_order_on_time_are_neither_claimed_nor_waived()
    {
        Assert.Equal("no-damages", Rule(Placed, OrderRulingKind.DamagesClaimed).RefusalCode());
        Assert.Equal("no-damages", Rule(Placed, OrderRulingKind.DamagesWaived).RefusalCode());
    }

    [Fact]
    public void A_ruling_needs_a_reason_counts_once_and_ends_with_the_order()
    {
        Assert.Equal("reason-missing", Rule(Declined, OrderRulingKind.Sustained, 0, r => r with { Reason = "" }).RefusalCode());

        var standing = Declined.Ruled(OrderRulingKind.Sustained);
        Assert.Same(standing, Rule(standing, OrderRulingKind.Cancelled, 0, r => r with { RulingId = standing.Rulings[0].RulingId }).Accepted().State);

        var cancelled = Declined.Ruled(OrderRulingKind.Cancelled);
        Assert.Equal("order-cancelled", Rule(cancelled, OrderRulingKind.Terminated).RefusalCode());
        var accepted = Placed.Reported("l", OrderEntryKind.Delivered).Judged("j", accepted: true);
        Assert.Equal("order-ended", Rule(accepted, OrderRulingKind.Cancelled).RefusalCode());
    }

    [Fact]
    public void The_rulings_of_an_order_are_bounded()
    {
        var late = Placed.Reported("l", OrderEntryKind.Delivered, day: 1);
        var full = Enumerable.Range(0, Rulings.MaxRulings).Aggregate(late, (order, _) => order.Ruled(OrderRulingKind.DamagesWaived, 2));

        Assert.Equal("too-many-rulings", Rule(full, OrderRulingKind.DamagesWaived, 2).RefusalCode());
    }
}
