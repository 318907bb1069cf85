using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;

namespace Samkjop.Tests.Domain.Fleet;

/// <summary>What holds of every fleet, whatever its agencies plan, get and dispose of.</summary>
public sealed class FleetProperties
{
    private static readonly Gen<Drivetrain> Fuel = Gen.Enum<Drivetrain>();

    private static readonly Gen<FleetLine> Line =
        from number in Gen.Int[1, 40]
        from fuel in Fuel
        from age in Gen.Int[0, 200]
        from known in Gen.Bool
        from vehicleClass in Gen.Enum<VehicleClass>()
        select new FleetLine(number, fuel, age / 10m, known ? vehicleClass : null);

    private static readonly Gen<FleetReplacement> Need =
        from quantity in Gen.Int[1, 30]
        from old in Gen.Int[0, quantity]
        from disposed in Gen.Int[0, old]
        from fuel in Fuel
        from age in Gen.Int[0, 20]
        from zero in Gen.Bool
        from lot in Gen.Int[1, 3]
        from vehicleClass in Gen.Enum<VehicleClass>()
        select new FleetReplacement("need", "bym", $"lot-{lot}", vehicleClass, quantity, zero, old == 0 ? null : new OldVehicles(old, fuel, age), disposed);

    private static readonly Gen<FleetMeasure> Agency =
        from id in Gen.Int[0, 9999]
        from lines in Line.Array[0, 8]
        from needs in Need.Array[0, 6]
        from shares in Gen.Int[0, 100].Array[3]
        from zero in Gen.Bool
        let named = needs.Select((n, i) => n with { NeedId = $"need-{i}", AgencyId = $"a{id}" }).ToImmutableArray()
        select new FleetMeasure(
            $"a{id}", $"a{id}", [new FleetBaseline($"a{id}", new LocalDate(2021, 2, 1), [.. lines], default, "kari")], named,
            [
                .. Enumerable.Range(1, 3).Select(lot => new FleetDelivery(
                    $"a{id}", $"lot-{lot}", named.Where(n => n.LotId == $"lot-{lot}").Sum(n => n.Quantity) * shares[lot - 1] / 100, zero)),
            ],
            0, null);

    [Fact]
    public void Shares_stay_within_0_and_1_and_no_fleet_has_fewer_vehicles_than_none() => Agency.Array[0, 5].Sample(agencies =>
    {
        foreach (var fleet in Of(agencies).Agencies.SelectMany(a => Fleets(a.Comparison!)))
        {
            Assert.True(fleet is { Vehicles: >= 0, Fossil: >= 0, AgeTenths: >= 0 } && fleet.Fossil <= fleet.Vehicles);
            Assert.True(fleet.FossilShare is null or (>= 0 and <= 1));
            Assert.Equal(fleet.Vehicles == 0, fleet.AverageAgeYears is null);
        }
    });

    [Fact]
    public void No_more_is_realised_than_is_accepted_and_no_more_than_is_planned() => Agency.Array[1, 5].Sample(agencies =>
    {
        foreach (var progress in Of(agencies).Agencies.Select(a => a.Progress))
        {
            Assert.InRange(progress.Realised, 0, progress.Accepted);
            Assert.InRange(progress.Accepted, 0, progress.Planned);
            Assert.Equal(progress.Accepted, progress.Realised + progress.AwaitingDisposal);
        }
    });

    [Fact]
    public void The_sums_over_agencies_are_the_whole() => Agency.Array[1, 6].Sample(agencies =>
    {
        var effect = Of(agencies);
        Assert.Equal(effect.Total!.Before, Sum(effect, c => c.Before));
        Assert.Equal(effect.Total.Planned, Sum(effect, c => c.Planned));
        Assert.Equal(effect.Total.Realised, Sum(effect, c => c.Realised));
        Assert.Equal(effect.Progress.Realised, effect.Agencies.Sum(a => a.Progress.Realised));
    });

    [Fact]
    public void The_order_of_agencies_and_needs_changes_nothing() => Gen.Select(Agency.Array[1, 4], Gen.Int).Sample((agencies, seed) =>
    {
        var shuffled = agencies.Select(a => a with { Needs = [.. a.Needs.OrderBy(n => HashCode.Combine(n.NeedId, seed))] }).Reverse();
        var (one, other) = (Of(agencies.DistinctBy(a => a.AgencyId)), Of(shuffled.Reverse().DistinctBy(a => a.AgencyId).Reverse()));
        Assert.Equal(one.Total, other.Total);
        Assert.Equal(one.Progress, other.Progress);
    });

    [Fact]
    public void When_everything_has_come_and_gone_what_is_realised_is_what_was_planned() => Agency.Sample(agency =>
    {
        var done = agency with
        {
            Needs = [.. agency.Needs.Select(n => n with { Disposed = n.Old?.Number ?? 0 })],
            Deliveries = [.. agency.Deliveries.Select(d => d with { Accepted = agency.Needs.Where(n => n.LotId == d.LotId).Sum(n => n.Quantity), ZeroEmission = null })],
        };
        var total = Of([done]).Total!;
        Assert.Equal(total.Planned, total.Realised);
    });

    private static FleetEffect Of(IEnumerable<FleetMeasure> agencies) => FleetEffects.Of("2021-1", agencies, _ => true);

    private static IEnumerable<FleetCount> Fleets(FleetComparison c) => [c.Before, c.Planned, c.Realised];

    private static FleetCount Sum(FleetEffect effect, Func<FleetComparison, FleetCount> part) =>
        effect.Agencies.Aggregate(default(FleetCount), (sum, a) => sum + part(a.Comparison!));
}
