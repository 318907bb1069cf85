using CsCheck;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using static Samkjop.Tests.Domain.Orders.GivenOrder;

namespace Samkjop.Tests.Domain.Orders;

/// <summary>It is the set of reports that counts, whatever order they come in and however often.</summary>
public sealed class OrderProgressProperties
{
    private static readonly Gen<(OrderEntryKind Kind, int Quantity, int Day, int? Until)[]> Reports = Gen.Select(
        Gen.Int[0, 4].Select(i => new[] { OrderEntryKind.Confirmed, OrderEntryKind.Declined, OrderEntryKind.Dispatched, OrderEntryKind.Delayed, OrderEntryKind.Delivered }[i]),
        Gen.Int[1, 3], Gen.Int[-30, 60], Gen.Int[1, 90])
        .Select((kind, quantity, day, until) => (kind, quantity, day, kind is OrderEntryKind.Delayed ? (int?)until : null)).Array[0, 10];

    [Fact]
    public void Reports_of_a_supplier_end_the_same_in_any_order_and_however_often_they_come() =>
        Reports.SelectMany(reports => Gen.Select(Gen.Const(reports), Gen.Shuffle(reports.Index().Concat(reports.Index()).ToArray()))).Sample((reports, repeated) =>
        {
            var (straight, shuffled) = (Told(reports.Index()), Told(repeated));

            Assert.Equal(
                (straight.State, straight.DeliveredQuantity, straight.RemainingQuantity, straight.DelayedUntil),
                (shuffled.State, shuffled.DeliveredQuantity, shuffled.RemainingQuantity, shuffled.DelayedUntil));
            Assert.Equal(LiquidatedDamages.Of(straight, Day(90)).Amount, LiquidatedDamages.Of(shuffled, Day(90)).Amount);
        });

    [Fact]
    public void A_rejection_counts_whenever_it_comes_until_something_is_on_its_way() =>
        Reports.Sample(reports =>
        {
            var order = Told(reports.Append((OrderEntryKind.Declined, 1, 0, null)).Index());

            Assert.Equal(
                !reports.Any(report => report.Kind is OrderEntryKind.Dispatched or OrderEntryKind.Delivered),
                order.State is OrderState.Rejected);
        });

    [Fact]
    public void Delivered_accepted_remaining_and_released_add_up_to_what_was_ordered_whatever_is_done() =>
        Gen.Select(Gen.Int[0, 4], Gen.Enum<OrderEntryKind>(), Gen.Enum<OrderRulingKind>(), Gen.Int[1, 3], Gen.Int[-5, 120]).Array[0, 20].Sample(steps =>
        {
            var order = Placed;
            foreach (var (index, (choice, kind, ruling, quantity, day)) in steps.Index())
            {
                var decision = (choice, kind) switch
                {
                    (0, _) => Rule(order, ruling, day, r => r with { RulingId = $"r{index}", Date = Due.PlusDays(quantity), Ground = TerminationGround.SubstantialBreach }),
                    (_, OrderEntryKind.Accepted or OrderEntryKind.Rejected) =>
                        OrderDecisions.Judge(order, new JudgeDelivery($"{index}", kind is OrderEntryKind.Accepted, quantity, "grunn", "agency", Day(day))),
                    (_, OrderEntryKind.CancellationAgreed) => OrderDecisions.AgreeToCancel(order, new AgreeToCancel($"{index}", "grunn", "holder", Day(day))),
                    _ => Report(order, $"{index}", kind, quantity, day),
                };
                var before = order;
                order = (decision as Decision<Order>.Accepted)?.State ?? order;

                Assert.InRange(order.AcceptedQuantity, 0, order.DeliveredQuantity);
                Assert.True(order.RemainingQuantity >= 0 && order.ReleasedQuantity >= 0);
                Assert.Equal(order.Quantity, order.DeliveredQuantity + order.RemainingQuantity + order.ReleasedQuantity);
                Assert.True(order.AcceptedQuantity >= before.AcceptedQuantity, "what is accepted stays accepted");
                Assert.True(order.HasEnded || !before.HasEnded, "what has ended stays ended");
                Assert.Equal(OrderProgress.Of(order), new OrderProgress(order.State, order.DeliveredQuantity, order.AcceptedQuantity));
            }
        });

    [Fact]
    public void The_sums_of_a_round_are_those_of_its_lots() =>
        Gen.Select(Reports, Gen.Int[1, 3]).Array[1, 6].Sample(orders =>
        {
            var told = orders.Select((order, i) => Told(order.Item1.Index()) with { OrderId = $"o{i}", LotId = $"lot-{order.Item2}" }).ToList();
            var sums = RoundDeliveries.Of(told, Day(40));

            Assert.Equal((sums.Lots.Sum(lot => lot.Sum.Remaining), sums.Lots.Sum(lot => lot.Damages)), (sums.Sum.Remaining, sums.Damages));
            Assert.Equal(sums.Sum.Ordered, sums.Sum.Delivered + sums.Sum.Remaining + sums.Sum.Released);
        });

    private static Order Told(IEnumerable<(int Index, (OrderEntryKind Kind, int Quantity, int Day, int? Until) Item)> reports) => reports.Aggregate(Placed, (order, report) =>
        order.Reported($"e{report.Index}", report.Item.Kind, report.Item.Quantity, report.Item.Day, report.Item.Until is { } days ? Due.PlusDays(days) : null));
}
