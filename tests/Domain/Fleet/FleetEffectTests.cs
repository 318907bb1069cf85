using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;
using static Samkjop.Tests.Domain.Fleet.FleetGiven;

namespace Samkjop.Tests.Domain.Fleet;

/// <summary>domain.md, fleet effect: a dated baseline per agency; planned differs from realised; realised needs delivery and confirmed disposal.</summary>
public sealed class FleetEffectTests
{
    [Fact]
    public void A_plan_moves_the_share_of_fossil_vehicles_and_the_average_age()
    {
        var total = EffectOf(Agency).Total!;
        Assert.Equal(new FleetCount(24, 7, 900), total.Before);
        Assert.Equal(new FleetCount(24, 4, 660), total.Planned);
        Assert.Equal(total.Before, total.Realised);
        Assert.Equal((7m / 24, 3.75m), (total.Before.FossilShare, total.Before.AverageAgeYears));
        Assert.Equal((4m / 24, 2.75m), (total.Planned.FossilShare, total.Planned.AverageAgeYears));
    }

    [Theory]
    [InlineData(3, 0, 0, 3)]
    [InlineData(0, 3, 0, 0)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(1, 3, 1, 0)]
    [InlineData(3, 3, 3, 0)]
    public void Only_a_delivered_vehicle_whose_old_one_is_gone_is_realised(int accepted, int disposed, int realised, int awaiting)
    {
        var effect = EffectOf(Agency.With(accepted, disposed));
        Assert.Equal((realised, awaiting), (effect.Progress.Realised, effect.Progress.AwaitingDisposal));
        Assert.Equal(new FleetCount(24, 7 - realised, 900 - (80L * realised)), effect.Total!.Realised);
    }

    [Fact]
    public void Growth_is_realised_by_delivery_alone_and_adds_to_the_fleet()
    {
        var growth = Three with { Old = null };
        var effect = EffectOf((Agency with { Needs = [growth] }).With(accepted: 2, disposed: 0));
        Assert.Equal(new FleetCount(27, 7, 900), effect.Total!.Planned);
        Assert.Equal(new FleetCount(26, 7, 900), effect.Total.Realised);
    }

    [Fact]
    public void What_comes_fills_replacements_before_growth_so_that_nothing_counts_too_early()
    {
        var mixed = Three with { Quantity = 5 };
        Assert.Equal((0, 3), Progress(accepted: 3, disposed: 0));
        Assert.Equal((1, 3), Progress(accepted: 4, disposed: 0));
        Assert.Equal((4, 0), Progress(accepted: 4, disposed: 3));

        (int, int) Progress(int accepted, int disposed)
        {
            var progress = EffectOf((Agency with { Needs = [mixed] }).With(accepted, disposed)).Progress;
            return (progress.Realised, progress.AwaitingDisposal);
        }
    }

    [Fact]
    public void A_disposal_of_one_need_meets_a_delivery_that_another_need_of_the_lot_would_have_taken()
    {
        var other = Three with { NeedId = "need-2", Disposed = 2 };
        var agency = Agency with { Needs = [Three, other], Deliveries = [new FleetDelivery("bym", "lot-1", 2, true)] };
        Assert.Equal(2, EffectOf(agency).Progress.Realised);
    }

    [Fact]
    public void Without_a_baseline_nothing_is_measured_but_vehicles_are_counted_and_the_reason_is_told()
    {
        var effect = EffectOf(Agency with { Baselines = [] });
        Assert.Null(effect.Total);
        Assert.Null(effect.Agencies[0].Comparison);
        Assert.Equal(3, effect.Progress.Planned);
        Assert.Contains("No baseline", Assert.Single(effect.Agencies[0].Notes).En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_from_after_the_first_change_does_not_count_and_the_newest_before_it_does()
    {
        var late = BaselineOf("bym", new LocalDate(2021, 9, 1), []);
        var delivered = Agency with { Baselines = [Baseline, late], FirstChange = new LocalDate(2021, 9, 1) };
        Assert.Equal(FirstOfFebruary, EffectOf(delivered).Agencies[0].BaselineDate);

        var only = EffectOf(delivered with { Baselines = [late] }).Agencies[0];
        Assert.Null(only.Comparison);
        Assert.Contains("1 September 2021", Assert.Single(only.Notes).En, StringComparison.Ordinal);

        Assert.Equal(late.Date, EffectOf(delivered with { FirstChange = late.Date.PlusDays(1) }).Agencies[0].BaselineDate);
    }

    [Fact]
    public void A_fleet_of_no_vehicles_has_no_share_and_no_age()
    {
        var effect = EffectOf(Agency with { Baselines = [BaselineOf("bym", FirstOfFebruary, [])], Needs = [Three with { Old = null }] });
        Assert.Null(effect.Total!.Before.FossilShare);
        Assert.Null(effect.Total.Before.AverageAgeYears);
        Assert.Equal(0m, effect.Total.Planned.FossilShare);
    }

    [Fact]
    public void Old_vehicles_that_the_baseline_does_not_have_take_nothing_away_and_are_told()
    {
        var effect = EffectOf(Agency with { Needs = [Three with { Quantity = 9, Old = new OldVehicles(9, Drivetrain.Diesel, 8) }] });
        Assert.Equal(2, effect.Progress.NotInBaseline);
        Assert.Equal(new FleetCount(26, 0, 340), effect.Total!.Planned);
        Assert.Contains(effect.Agencies[0].Notes, note => note.En.StartsWith("2 vehicle(s) that are to go are not in the baseline", StringComparison.Ordinal));
    }

    [Fact]
    public void The_vehicles_of_the_baseline_that_fit_best_are_the_ones_that_go()
    {
        var lines = Lines.AddRange(new FleetLine(2, Drivetrain.Diesel, 12, VehicleClass.LargeVan), new FleetLine(1, Drivetrain.Diesel, 7.5m, VehicleClass.SmallVan));
        var agency = Agency with { Baselines = [BaselineOf("bym", FirstOfFebruary, lines)], Needs = [Three with { Old = new OldVehicles(3, Drivetrain.Diesel, 7) }] };
        var total = EffectOf(agency).Total!;
        Assert.Equal(75 + 80 + 80, total.Before.AgeTenths - total.Planned.AgeTenths);
    }

    [Fact]
    public void Where_nothing_demands_zero_emission_the_plan_counts_as_fossil_until_the_model_is_known()
    {
        var agency = Agency with { Needs = [Three with { ZeroEmission = false }] };
        Assert.Equal(7, EffectOf(agency).Total!.Planned.Fossil);
        Assert.Equal(4, EffectOf(agency.With(3, 3)).Total!.Realised.Fossil);
        Assert.Equal(7, EffectOf(agency.With(3, 3, zeroEmission: null)).Total!.Realised.Fossil);
    }
}
