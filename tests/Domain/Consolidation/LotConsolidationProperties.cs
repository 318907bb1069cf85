using System.Text.Json;
using CsCheck;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Tests.Domain.Consolidation;

public sealed class LotConsolidationProperties
{
    private static readonly Gen<VehicleRequirements> Requirements = Gen.Select(
        Gen.Bool, Gen.Int[100, 500].Nullable(), Gen.Int[1, 25].Nullable(), Gen.Int[100, 12_000].Nullable(), Gen.Int[100, 2000].Nullable(), Gen.Bool, Gen.Int[4, 52].Nullable())
        .Select((zero, range, seats, payload, towing, allWheel, weeks) => new VehicleRequirements
        {
            ZeroEmission = zero,
            MinimumRangeKm = range,
            MinimumSeats = seats,
            MinimumPayloadKg = payload,
            MinimumTowingKg = towing,
            AllWheelDrive = allWheel,
            MaximumDeliveryWeeks = weeks,
        });

    private static readonly Gen<ConsolidationNeed[]> Needs =
        Gen.Select(Gen.Enum<VehicleClass>(), Gen.Int[1, 20], Gen.Int[0, 5], Requirements, Gen.Bool).Array[0, 60]
            .Select(drawn => drawn.Select((need, index) =>
                new ConsolidationNeed($"need-{index}", 1, $"agency-{need.Item3}", need.Item1, need.Item2, need.Item4, IsOption: need.Item5)).ToArray());

    [Fact]
    public void The_order_of_the_needs_changes_nothing_not_even_a_word() =>
        Needs.SelectMany(needs => Gen.Shuffle(needs).Select(shuffled => (needs, shuffled))).Sample(given =>
            JsonSerializer.Serialize(Lots(given.needs)) == JsonSerializer.Serialize(Lots(given.shuffled)), iter: 60);

    [Fact]
    public void Every_need_stands_in_exactly_one_lot_with_its_vehicles() =>
        Needs.Sample(needs =>
        {
            var lots = Lots(needs);
            return lots.SelectMany(lot => lot.Lines).Select(line => line.NeedId).Order(StringComparer.Ordinal)
                    .SequenceEqual(needs.Select(need => need.NeedId).Order(StringComparer.Ordinal))
                && lots.Sum(lot => lot.TotalQuantity) == needs.Sum(need => need.Quantity)
                && lots.Sum(lot => lot.OptionQuantity) == needs.Where(need => need.IsOption).Sum(need => need.Quantity)
                && lots.All(lot => lot.TotalQuantity == lot.Lines.Sum(line => line.Quantity));
        });

    [Fact]
    public void What_meets_a_lot_meets_each_of_its_needs_and_every_requirement_comes_from_one_of_them() =>
        Needs.Sample(needs => Lots(needs).All(lot =>
            lot.Lines.All(line => line.Requirements.And(lot.Requirements) == lot.Requirements)
            && lot.Origins.All(origin => lot.Lines.Any(line => line.NeedId == origin.NeedId && line.AgencyId == origin.AgencyId))));

    [Fact]
    public void Lots_have_different_titles() =>
        Needs.Sample(needs => Lots(needs).Select(lot => lot.Title.No).Distinct().Count() == Lots(needs).Count);

    [Fact]
    public void A_hundred_thousand_needs_are_consolidated_while_one_waits()
    {
        var classes = Enum.GetValues<VehicleClass>();
        var needs = new ConsolidationNeed[100_000];
        for (var index = 0; index < needs.Length; index++)
        {
            var requirements = new VehicleRequirements { ZeroEmission = true, MinimumRangeKm = 100 + (index * 7919 % 500) };
            needs[index] = new($"need-{index}", 1, $"agency-{index % 500}", classes[index % classes.Length], 1 + (index % 5), requirements);
        }

        var lots = Lots(needs);

        Assert.Equal(33, lots.Count);
        Assert.Equal(needs.Length, lots.Sum(lot => lot.Lines.Count));
    }

    private static IReadOnlyList<ConsolidatedLot> Lots(ConsolidationNeed[] needs) =>
        Assert.IsType<ConsolidationResult.Consolidated>(LotConsolidation.Consolidate(needs)).Lots;
}
