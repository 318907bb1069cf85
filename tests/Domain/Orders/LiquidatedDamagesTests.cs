using CsCheck;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.Tests.Domain.Awards;
using static Samkjop.Tests.Domain.Orders.GivenOrder;

namespace Samkjop.Tests.Domain.Orders;

/// <summary>Liquidated damages: 462 000 × 1.5 ‰ = 693 per vehicle and day, at most 69 300.</summary>
public sealed class LiquidatedDamagesTests
{
    private static readonly Gen<(bool IsDelivery, bool Accepted, int Quantity, int Day)[]> Stories =
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[1, 3], Gen.Int[-20, 140]).Array[0, 12];

    private static readonly Gen<DamagesTerms> Terms = Gen.Select(Gen.Int[1, 200], Gen.Enum<DamagesDays>(), Gen.Int[0, 100])
        .Select((rate, days, cap) => new DamagesTerms(rate / 10m, days, cap));

    [Fact]
    public void Nothing_is_owed_for_what_is_delivered_by_the_last_day()
    {
        var onTime = Placed.Reported("l", OrderEntryKind.Delivered, day: 0).Judged("j", accepted: true, day: 40);

        Assert.Equal((0m, true), (LiquidatedDamages.Of(onTime, Day(200)).Amount, LiquidatedDamages.Of(onTime, Day(200)).IsFinal));
        Assert.Equal(0m, LiquidatedDamages.Of(Placed, Day(0)).Amount);
    }

    [Theory]
    [InlineData(1, 2_079)]
    [InlineData(99, 205_821)]
    [InlineData(100, 207_900)]
    [InlineData(101, 207_900)]
    [InlineData(500, 207_900)]
    public void Missing_vehicles_cost_a_part_of_their_price_per_day_until_the_cap(int days, int nok)
    {
        var statement = LiquidatedDamages.Of(Placed, Day(days));

        Assert.Equal((nok, days >= 100, Due.PlusDays(100)), (statement.Amount, statement.CapIsReached, statement.CapDay));
        Assert.False(statement.IsFinal);
    }

    [Fact]
    public void Each_vehicle_counts_until_the_delivery_that_was_accepted()
    {
        var order = Placed.Reported("a", OrderEntryKind.Delivered, 2, day: -3).Judged("b", accepted: false, 1, day: 2)
            .Reported("c", OrderEntryKind.Delivered, 2, day: 10).Judged("d", accepted: true, day: 20);

        Assert.Equal(
            [(VehicleFate.Accepted, 1, 0, 0m), (VehicleFate.Accepted, 2, 10, 6_930m)],
            LiquidatedDamages.Of(order, Day(50)).Lines.Select(line => (line.Fate, line.Vehicles, line.Days, line.PerVehicle)));
        Assert.Equal(13_860m, LiquidatedDamages.Of(order, Day(50)).Amount);
    }

    [Fact]
    public void The_agencys_slowness_costs_the_supplier_nothing_unless_it_rejects()
    {
        var delivered = Placed.Reported("a", OrderEntryKind.Delivered, day: 5);

        Assert.Equal(3 * 5 * 693m, LiquidatedDamages.Of(delivered, Day(60)).Amount);
        Assert.Equal(3 * 5 * 693m, LiquidatedDamages.Of(delivered.Judged("b", accepted: true, day: 60), Day(80)).Amount);
        Assert.Equal(3 * 60 * 693m, LiquidatedDamages.Of(delivered.Judged("b", accepted: false, day: 60), Day(60)).Amount);
    }

    [Fact]
    public void The_day_that_the_contract_manager_shows_counts()
    {
        var shown = Placed.After(o => Report(o, "a", OrderEntryKind.Delivered, day: 30, channel: OrderChannel.ContractManager, happenedOn: Due.PlusDays(2)));

        Assert.Equal(3 * 2 * 693m, LiquidatedDamages.Of(shown, Day(30)).Amount);
    }

    [Fact]
    public void Released_vehicles_count_until_the_termination()
    {
        var order = Placed.Reported("a", OrderEntryKind.Delivered, 1, day: 4).Judged("b", accepted: true, day: 4)
            .Ruled(OrderRulingKind.Terminated, 110, r => r with { Ground = TerminationGround.DamagesCapReached });
        var statement = LiquidatedDamages.Of(order, Day(300));

        Assert.Equal((4 * 693m) + (2 * 69_300m), statement.Amount);
        Assert.True(statement.IsFinal);
    }

    [Fact]
    public void A_new_day_accepted_without_damages_moves_what_is_counted_from()
    {
        var moved = Placed.Reported("e", OrderEntryKind.Delayed).Ruled(OrderRulingKind.DateAccepted, 0, r => r with { Date = Due.PlusDays(30), WithoutDamages = true });

        Assert.Equal(0m, LiquidatedDamages.Of(moved, Day(30)).Amount);
        Assert.Equal(3 * 693m, LiquidatedDamages.Of(moved, Day(31)).Amount);
        Assert.Equal(Due.PlusDays(130), LiquidatedDamages.CapDayOf(moved));
    }

    [Fact]
    public void Working_days_leave_weekends_and_holidays_out()
    {
        var order = Placed with { Terms = Placed.Terms with { Damages = new DamagesTerms(1.5m, DamagesDays.Working, 15) } };

        // Due on a Wednesday: Thursday and Friday count, Saturday and Sunday do not.
        Assert.Equal([1, 2, 2, 2, 3], Enumerable.Range(1, 5).Select(day => LiquidatedDamages.Of(order, Day(day)).Lines[0].Days));
    }

    [Fact]
    public void Each_vehicle_is_rounded_to_whole_oere_halves_away_from_zero()
    {
        var order = Placed with { UnitPrice = 419_003m };

        Assert.Equal(628.50m, LiquidatedDamages.Of(order, Day(1)).Lines[0].PerVehicle);
        Assert.Equal(1_885.50m, LiquidatedDamages.Of(order, Day(1)).Amount);
        Assert.Equal(0.01m, LiquidatedDamages.Of(order with { UnitPrice = 3.34m }, Day(1)).Lines[0].PerVehicle);
    }

    [Fact]
    public void The_calculation_is_told_in_words()
    {
        var line = LiquidatedDamages.Of(Placed, Day(100)).Lines[0];

        Assert.Equal(
            "3 vehicle(s) missing on Friday 26 November 2021: 100 days after Wednesday 18 August 2021 × 1,5 ‰ × 462 000,00 kr, capped at 15 % = 69 300,00 kr per vehicle, 207 900,00 kr in all.",
            line.Explanation.En.Replace('\u00a0', ' '));
    }

    [Fact]
    public void A_contract_without_damages_has_none()
    {
        var order = Placed with { Terms = Placed.Terms with { Damages = new DamagesTerms(0, DamagesDays.Calendar, 15) } };

        Assert.Equal((0m, false, null), (LiquidatedDamages.Of(order, Day(900)).Amount, LiquidatedDamages.Of(order, Day(900)).CapIsReached, LiquidatedDamages.CapDayOf(order)));
    }

    [Fact]
    public void Damages_rise_with_time_never_pass_the_cap_and_count_every_vehicle_once() =>
        Gen.Select(Stories, Terms, Gen.Int[0, 200], Gen.Int[0, 60]).Sample((story, terms, day, later) =>
        {
            var order = Told(Placed with { Terms = Placed.Terms with { Damages = terms } }, story);
            var (now, then) = (LiquidatedDamages.Of(order, Due.PlusDays(day)), LiquidatedDamages.Of(order, Due.PlusDays(day + later)));

            Assert.True(now.Amount <= then.Amount);
            Assert.InRange(now.Amount, 0, order.Quantity * decimal.Round(order.UnitPrice * terms.CapPercent / 100, 2, MidpointRounding.AwayFromZero));
            Assert.Equal(order.Quantity, now.Lines.Sum(line => line.Vehicles));
            Assert.Equal(order.AcceptedQuantity, now.Lines.Where(line => line.Fate is VehicleFate.Accepted).Sum(line => line.Vehicles));
        });

    [Fact]
    public void Damages_of_an_order_are_those_of_its_vehicles_ordered_one_by_one() =>
        Gen.Select(Gen.Int[-5, 150].Array[3], Terms, Gen.Int[100_000_00, 900_000_00]).Sample((days, terms, price) =>
        {
            var all = Placed with { UnitPrice = price / 100m, Terms = Placed.Terms with { Damages = terms } };
            var one = all with { Quantity = 1 };
            var whole = days.Index().Aggregate(all, (order, day) => order.Reported($"l{day.Index}", OrderEntryKind.Delivered, 1, day.Item));

            Assert.Equal(
                days.Sum(day => LiquidatedDamages.Of(one.Reported("l", OrderEntryKind.Delivered, day: day), Day(150)).Amount),
                LiquidatedDamages.Of(whole, Day(150)).Amount);
        });

    [Fact]
    public void The_cap_is_reached_on_its_day_and_not_before() =>
        Terms.Where(terms => terms.CapPercent > 0).Sample(terms =>
        {
            var order = Placed with { Terms = Placed.Terms with { Damages = terms } };
            var cap = LiquidatedDamages.CapDayOf(order)!.Value;

            Assert.True(LiquidatedDamages.Of(order, cap).CapIsReached);
            Assert.False(LiquidatedDamages.Of(order, cap.PlusDays(-1)).CapIsReached);
        });

    private static Order Told(Order order, (bool IsDelivery, bool Accepted, int Quantity, int Day)[] story) => story.Index().Aggregate(order, (told, next) =>
        next.Item.IsDelivery
            ? told.Reported($"l{next.Index}", OrderEntryKind.Delivered, next.Item.Quantity, next.Item.Day)
            : OrderDecisions.Judge(told, new JudgeDelivery($"j{next.Index}", next.Item.Accepted, next.Item.Quantity, "grunn", "agency", Day(next.Item.Day)))
                is Samkjop.Decisions.Decision<Order>.Accepted judged ? judged.State : told);
}
