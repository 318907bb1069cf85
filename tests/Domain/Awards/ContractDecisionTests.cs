using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Orders;
using static Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Awards;

public sealed class ContractDecisionTests
{
    private static readonly Instant FirstDay = OsloTime.StartOfDay(new LocalDate(2021, 5, 26));

    [Theory]
    [InlineData("2021-05-12T08:00:00Z", "2021-05-25")]
    [InlineData("2021-05-12T21:59:59Z", "2021-05-25")]
    [InlineData("2021-05-12T22:00:00Z", "2021-05-25")]
    [InlineData("2021-03-22T09:00:00Z", "2021-04-06")]
    [InlineData("2026-03-24T09:00:00Z", "2026-04-07")]
    public void Ten_days_are_counted_from_the_day_after_sending_and_end_on_a_working_day(string sentAt, string lastDay)
    {
        var sent = NodaTime.Text.InstantPattern.ExtendedIso.Parse(sentAt).Value;

        var end = Standstill.EndOf(RoundSettings.Default, LegalPeriod.Days(10), sent)!;

        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(lastDay).Value, end.LastDay);
        Assert.Equal(OsloTime.EndOfDay(end.LastDay), end.End);
    }

    [Fact]
    public void A_round_may_be_set_to_hold_no_standstill() =>
        Assert.Null(Standstill.EndOf(RoundSettings.Default with { Standstill = false }, LegalPeriod.Days(10), Letters));

    [Fact]
    public void Letters_go_to_all_by_one_decision_and_only_once()
    {
        var sent = LotInStandstill;
        var again = ContractDecisions.SendLetters(sent, new SendLetters(["beta"], null, Letters + Duration.FromDays(1))).Accepted();

        Assert.Equal(LotPhase.Standstill, sent.Phase);
        Assert.Equal(["alfa", "beta"], sent.Letters!.Recipients);
        Assert.Same(sent, again.State);
        Assert.Empty(again.Events);
    }

    [Fact]
    public void Without_standstill_the_signatures_are_awaited_at_once() => Assert.Equal(
        LotPhase.AwaitingSignatures, AwardedLot.After(lot => ContractDecisions.SendLetters(lot, new SendLetters(["beta"], null, Letters))).Phase);

    [Fact]
    public void A_lot_that_is_not_awarded_sends_no_letters() =>
        Assert.Equal("award-not-proposed", ContractDecisions.SendLetters(ProposedLot, new SendLetters(["beta"], null, Letters)).RefusalCode());

    [Fact]
    public void The_contract_cannot_be_signed_in_the_standstill_and_the_refusal_names_the_first_day()
    {
        var refusal = Assert.IsType<Decision<Lot>.Refused>(Sign(LotInStandstill, ContractParty.Buyer, FirstDay - Duration.Epsilon)).Refusal;

        Assert.Equal("standstill-runs", refusal.Code);
        Assert.Contains("onsdag 26. mai 2021", refusal.Detail.No, StringComparison.Ordinal);
        Assert.Contains("Wednesday 26 May 2021", refusal.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_signed_from_midnight_even_before_the_platform_has_noticed()
    {
        var accepted = Sign(LotInStandstill, ContractParty.Supplier, FirstDay).Accepted();

        Assert.Equal(LotPhase.AwaitingSignatures, accepted.State.Phase);
        Assert.Equal([new StandstillEnded("lot-1"), new ContractSigned("lot-1", ContractParty.Supplier)], accepted.Events);
    }

    [Fact]
    public void Nobody_signs_before_the_letters_are_out() => Assert.Equal("letters-not-sent", Sign(AwardedLot, ContractParty.Buyer, FirstDay).RefusalCode());

    [Fact]
    public void The_standstill_does_not_end_early() =>
        Assert.Equal("standstill-runs", ContractDecisions.EndStandstill(LotInStandstill, FirstDay - Duration.Epsilon).RefusalCode());

    [Fact]
    public void Each_party_signs_once()
    {
        var signed = LotInStandstill.After(lot => Sign(lot, ContractParty.Buyer, FirstDay));

        Assert.Empty(Sign(signed, ContractParty.Buyer, FirstDay + Duration.FromDays(1)).Accepted().Events);
        Assert.False(signed.IsSigned());
        Assert.True(signed.After(lot => Sign(lot, ContractParty.Supplier, FirstDay)).IsSigned());
    }

    [Fact]
    public void No_order_precedes_both_signatures()
    {
        var half = LotInStandstill.After(lot => Sign(lot, ContractParty.Buyer, FirstDay));

        Assert.Equal("contract-not-signed", ContractDecisions.RecordOrders(half, ["order-lot-1-bym"]).RefusalCode());
        var whole = half.After(lot => Sign(lot, ContractParty.Supplier, FirstDay));
        Assert.Equal(LotPhase.Delivering, whole.After(lot => ContractDecisions.RecordOrders(lot, ["order-lot-1-bym"])).Phase);
    }

    [Fact]
    public void One_order_is_placed_per_agency_options_left_out_and_due_by_the_offered_weeks()
    {
        var orders = Placement.OrdersOf(AwardedLot, Sheet, FirstDay);

        Assert.Equal([("order-lot-1-bym", 3), ("order-lot-1-uke", 2)], orders.Select(order => (order.OrderId, order.Quantity)));
        Assert.All(orders, order => Assert.Equal(new LocalDate(2021, 8, 18), order.DeliverBy));
        Assert.All(orders, order => Assert.Equal("beta", order.SupplierId));
    }

    [Fact]
    public void An_option_whose_loan_was_granted_is_ordered_too()
    {
        var option = AwardedLot.Content.Lines.Single(line => line.IsOption);
        var without = Placement.OrdersOf(AwardedLot, Sheet, FirstDay).Sum(order => order.Quantity);

        var orders = Placement.OrdersOf(AwardedLot, Sheet, FirstDay, new HashSet<string>(StringComparer.Ordinal) { option.NeedId });

        Assert.Equal(without + option.Quantity, orders.Sum(order => order.Quantity));
    }

    [Fact]
    public void The_lot_ends_when_all_its_orders_have()
    {
        var orders = Placement.OrdersOf(AwardedLot, Sheet, FirstDay);
        var delivering = AwardedLot with { Phase = LotPhase.Delivering, OrderIds = [.. orders.Select(order => order.OrderId)] };

        Assert.Equal("orders-not-ended", ContractDecisions.End(delivering, orders.SetItem(0, orders[0] with { State = OrderState.Accepted })).RefusalCode());
        var ended = ContractDecisions.End(delivering, [orders[0] with { State = OrderState.Accepted }, orders[1] with { State = OrderState.Cancelled }]).Accepted();
        Assert.Equal(LotPhase.Ended, ended.State.Phase);
    }

    private static Decision<Lot> Sign(Lot lot, ContractParty party, Instant now) => ContractDecisions.Sign(lot, new SignContract(party, "somebody", now));
}
