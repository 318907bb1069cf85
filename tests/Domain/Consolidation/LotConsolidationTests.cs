using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Tests.Domain.Consolidation;

public sealed class LotConsolidationTests
{
    private static readonly VehicleRequirements Zero = new() { ZeroEmission = true };

    [Fact]
    public void Vans_of_three_agencies_become_one_lot_with_the_strictest_requirements_and_say_who_set_them()
    {
        var lot = Assert.Single(Lots(
            Van("need-1", "bymiljoetaten", 12, Zero with { MinimumRangeKm = 220, MinimumPayloadKg = 700 }),
            Van("need-2", "boligbygg", 3, Zero with { MinimumRangeKm = 250, MinimumPayloadKg = 800 }),
            Van("need-3", "bydel-alna", 1, Zero with { MinimumRangeKm = 200, MinimumPayloadKg = 700, MaximumDeliveryWeeks = 16 }, isOption: true)));

        Assert.Equal("lot-1", lot.LotId);
        Assert.Equal((16L, 1L), (lot.TotalQuantity, lot.OptionQuantity));
        Assert.Equal(Zero with { MinimumRangeKm = 250, MinimumPayloadKg = 800, MaximumDeliveryWeeks = 16 }, lot.Requirements);
        Assert.Equal("Store varebiler, rekkevidde 200–299 km, nyttelast 700–999 kg", lot.Title.No);
        Assert.Equal(["boligbygg", "bydel-alna", "bymiljoetaten"], lot.Lines.Select(line => line.AgencyId));
        Assert.Equal(
            [
                "The requirement of zero emission is the same in all the needs (3).",
                "The requirement of range at least 250 km comes from need need-2 (boligbygg); 1 of 3 needs ask for as much.",
                "The requirement of payload at least 800 kg comes from need need-2 (boligbygg); 1 of 3 needs ask for as much.",
                "The requirement of delivery within 16 weeks comes from need need-3 (bydel-alna); 1 of 3 needs ask for as much.",
            ],
            lot.Origins.Select(origin => origin.Explanation.En));
    }

    [Fact]
    public void A_need_is_not_dragged_into_another_band_of_range()
    {
        var lots = Lots(Van("short", "a", 1, Zero with { MinimumRangeKm = 299 }), Van("long", "a", 1, Zero with { MinimumRangeKm = 300 }));

        Assert.Equal(["short", "long"], lots.Select(lot => lot.Lines.Single().NeedId));
    }

    [Fact]
    public void Class_all_wheel_drive_and_zero_emission_each_make_a_lot_of_their_own()
    {
        var lots = Lots(
            Van("plain", "a", 1, Zero),
            Van("awd", "a", 1, Zero with { AllWheelDrive = true }),
            Van("any", "a", 1, VehicleRequirements.None),
            Van("small", "a", 1, Zero) with { VehicleClass = VehicleClass.SmallVan });

        Assert.Equal(
            ["Små varebiler", "Store varebiler", "Store varebiler, alle drivlinjer", "Store varebiler, firehjulsdrift"],
            lots.Select(lot => lot.Title.No));
        Assert.Equal(["lot-1", "lot-2", "lot-3", "lot-4"], lots.Select(lot => lot.LotId));
    }

    [Fact]
    public void Colour_price_ceiling_and_delivery_date_stay_with_the_line()
    {
        var lot = Assert.Single(Lots(
            Van("white", "a", 1, Zero) with { Colour = "hvit", PriceCeiling = 450_000, DeliveryBy = new LocalDate(2021, 10, 1) },
            Van("yellow", "b", 2, Zero) with { Colour = "gul" }));

        Assert.Equal(["hvit", "gul"], lot.Lines.Select(line => line.Colour));
        Assert.Equal(450_000, lot.Lines[0].PriceCeiling);
        Assert.Equal(new LocalDate(2021, 10, 1), lot.Lines[0].DeliveryBy);
    }

    [Fact]
    public void An_agency_is_told_why_its_need_stands_there_and_what_it_gets_beyond_what_it_asked_for()
    {
        var lot = Assert.Single(Lots(Van("n-1", "a", 1, Zero), Van("n-2", "b", 1, Zero with { MinimumRangeKm = 150, MinimumSeats = 3 })));

        Assert.EndsWith("Beyond the need the lot asks for range at least 150 km, at least 3 seats.", LotConsolidation.Explain(lot, lot.Lines[0]).En, StringComparison.Ordinal);
        Assert.EndsWith("Delkontrakten krever nøyaktig det behovet ba om.", LotConsolidation.Explain(lot, lot.Lines[1]).No, StringComparison.Ordinal);
        Assert.Contains("rekkevidde under 200 km eller ikke krevd; under 4 seter eller ikke krevd", lot.Placement.No, StringComparison.Ordinal);
    }

    [Fact]
    public void No_needs_make_no_lots() => Assert.Empty(Lots());

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(10_001)]
    public void An_absurd_number_of_vehicles_makes_no_lots(int quantity) =>
        Assert.Contains("must be 1 to 10000", Problems(Van("n-1", "a", quantity, Zero)).Single().En, StringComparison.Ordinal);

    [Fact]
    public void The_same_need_twice_an_unknown_class_and_an_absurd_requirement_are_each_named()
    {
        var problems = Problems(
            Van("n-1", "a", 1, Zero),
            Van("n-1", "a", 1, Zero) with { Version = 2 },
            Van("n-2", "a", 1, Zero) with { VehicleClass = (VehicleClass)99 },
            Van("n-3", "a", 1, Zero with { MinimumRangeKm = -5 }) with { PriceCeiling = 0 });

        Assert.Equal(4, problems.Count);
        Assert.Contains(problems, problem => problem.No == "Behov n-1 står mer enn én gang; fest én versjon av det.");
        Assert.Contains(problems, problem => problem.En.StartsWith("Need n-3: range (km) is -5", StringComparison.Ordinal));
    }

    private static ConsolidationNeed Van(string needId, string agencyId, int quantity, VehicleRequirements requirements, bool isOption = false) =>
        new(needId, 1, agencyId, VehicleClass.LargeVan, quantity, requirements, IsOption: isOption);

    private static IReadOnlyList<ConsolidatedLot> Lots(params ConsolidationNeed[] needs) =>
        Assert.IsType<ConsolidationResult.Consolidated>(LotConsolidation.Consolidate(needs)).Lots;

    private static IReadOnlyList<Text> Problems(params ConsolidationNeed[] needs) =>
        Assert.IsType<ConsolidationResult.Refused>(LotConsolidation.Consolidate(needs)).Problems;
}
