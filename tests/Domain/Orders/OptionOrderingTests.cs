using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Orders;
using Samkjop.Tests.Domain.Awards;

namespace Samkjop.Tests.Domain.Orders;

/// <summary>Options whose loan is granted after the orders are placed. In the lot, need-4 of vav is one.</summary>
public sealed class OptionOrderingTests
{
    private static readonly Instant Signed = Instant.FromUtc(2021, 5, 26, 8, 0);

    private static readonly Lot Delivering = Given.LotInStandstill
        .After(lot => ContractDecisions.Sign(lot, new SignContract(ContractParty.Buyer, Given.Manager, Signed)))
        .After(lot => ContractDecisions.Sign(lot, new SignContract(ContractParty.Supplier, "kari", Signed)))
        .After(lot => ContractDecisions.RecordOrders(lot, [.. Placement.OrdersOf(lot, Given.Sheet, Signed).Select(order => order.OrderId)]));

    private static readonly OptionOrder Option = new("order-lot-1-vav-need-4", "lot-1", "need-4");

    [Fact]
    public void A_granted_option_that_no_order_holds_is_due_once()
    {
        var orders = Placement.OrdersOf(Delivering, Given.Sheet, Signed);
        Assert.Equal([Option], OptionOrdering.Due(Delivering, orders, new HashSet<string> { "need-4" }));
        Assert.Empty(OptionOrdering.Due(Delivering, orders, new HashSet<string>()));
        Assert.Empty(OptionOrdering.Due(Given.LotInStandstill, [], new HashSet<string> { "need-4" }));

        var placed = OptionOrdering.OrderOf(Delivering, Option, Given.Sheet, Signed, OrderTerms.Default);
        Assert.Equal(("vav", 1, "beta"), (placed.AgencyId, placed.Quantity, placed.SupplierId));
        Assert.Empty(OptionOrdering.Due(Delivering, [.. orders, placed], new HashSet<string> { "need-4" }));
    }

    [Fact]
    public void An_option_granted_before_is_in_the_first_orders_and_not_ordered_again()
    {
        var granted = new HashSet<string> { "need-4" };
        var orders = Placement.OrdersOf(Delivering, Given.Sheet, Signed, granted);

        Assert.Contains(orders, order => order.NeedIds.Contains("need-4"));
        Assert.Empty(OptionOrdering.Due(Delivering, orders, granted));
    }

    [Fact]
    public void A_lot_that_had_ended_delivers_again()
    {
        var again = (Delivering with { Phase = LotPhase.Ended }).After(lot => OptionOrdering.Follow(lot, Option.OrderId));

        Assert.Equal(LotPhase.Delivering, again.Phase);
        Assert.Contains(Option.OrderId, again.OrderIds);
        Assert.Same(again, OptionOrdering.Follow(again, Option.OrderId).Accepted().State);
    }

    [Fact]
    public void A_round_does_not_close_before_an_option_it_noted_is_ordered()
    {
        var ended = Delivering with { Phase = LotPhase.Ended };
        var round = (Given.TheRound with { Phase = RoundPhase.Delivering }).After(r => OptionOrdering.Note(r, Option));
        Assert.Same(round, OptionOrdering.Note(round, Option).Accepted().State);

        Assert.False(RoundEnding.MayClose(round, [ended]));
        Assert.True(RoundEnding.MayClose(round, [ended with { OrderIds = [.. ended.OrderIds, Option.OrderId] }]));
        Assert.Equal("round-closed", OptionOrdering.Note(Given.TheRound with { Phase = RoundPhase.Closed }, Option).RefusalCode());
    }
}
