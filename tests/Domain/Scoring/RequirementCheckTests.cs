using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Scoring;

public sealed class RequirementCheckTests
{
    private static readonly VehicleRequirements Van = new()
    {
        ZeroEmission = true,
        MinimumRangeKm = 230,
        MinimumSeats = 3,
        MinimumPayloadKg = 800,
        MinimumCargoVolumeLitres = 4500,
        MinimumTowingKg = 750,
        AllWheelDrive = true,
        MinimumBatteryKwh = 50.5m,
        MaximumDeliveryWeeks = 20,
    };

    private static readonly VehicleSpecification Exact = new()
    {
        Make = "Make",
        Model = "Model",
        Drivetrain = Drivetrain.BatteryElectric,
        RangeKm = 230,
        Seats = 3,
        PayloadKg = 800,
        CargoVolumeLitres = 4500,
        TowingKg = 750,
        AllWheelDrive = true,
        BatteryKwh = 50.5m,
        DeliveryWeeks = 20,
    };

    public static TheoryData<VehicleSpecification, RequirementKind> OneShort => new()
    {
        { Exact with { Drivetrain = Drivetrain.PlugInHybrid }, RequirementKind.ZeroEmission },
        { Exact with { RangeKm = 229 }, RequirementKind.RangeKm },
        { Exact with { Seats = 2 }, RequirementKind.Seats },
        { Exact with { PayloadKg = 799 }, RequirementKind.PayloadKg },
        { Exact with { CargoVolumeLitres = 4499 }, RequirementKind.CargoVolumeLitres },
        { Exact with { TowingKg = 749 }, RequirementKind.TowingKg },
        { Exact with { AllWheelDrive = false }, RequirementKind.AllWheelDrive },
        { Exact with { BatteryKwh = 50.4m }, RequirementKind.BatteryKwh },
        { Exact with { DeliveryWeeks = 21 }, RequirementKind.DeliveryWeeks },
        { Exact with { DeliveryWeeks = -1 }, RequirementKind.DeliveryWeeks },
    };

    [Theory]
    [InlineData(Drivetrain.BatteryElectric, true)]
    [InlineData(Drivetrain.Hydrogen, true)]
    [InlineData(Drivetrain.PlugInHybrid, false)]
    [InlineData(Drivetrain.Hybrid, false)]
    [InlineData(Drivetrain.Petrol, false)]
    [InlineData(Drivetrain.Diesel, false)]
    [InlineData(Drivetrain.Gas, false)]
    public void Battery_and_hydrogen_pass_zero_emission_and_a_plug_in_hybrid_fails(Drivetrain drivetrain, bool passes) =>
        Assert.Equal(passes, RequirementCheck.Check(new() { ZeroEmission = true }, Exact with { Drivetrain = drivetrain }).Passed);

    [Theory]
    [InlineData("CUPRA", "Born 150 kW - 62 kWh", Drivetrain.BatteryElectric, 58.0, true)]
    [InlineData("DS", "3 Crossback E-Tense", Drivetrain.BatteryElectric, 46.0, true)]
    [InlineData("DS", "7 Crossback E-Tense 4X4", Drivetrain.PlugInHybrid, 13.2, false)]
    [InlineData("BMW", "X5 xDrive25e", Drivetrain.PlugInHybrid, 22.2, false)]
    public void Cars_sold_in_2021_stand_where_their_exhaust_puts_them(string make, string model, Drivetrain drivetrain, double battery, bool passes)
    {
        var offered = new VehicleSpecification { Make = make, Model = model, Drivetrain = drivetrain, BatteryKwh = (decimal)battery };

        Assert.Equal(passes, RequirementCheck.Check(new() { ZeroEmission = true, MinimumBatteryKwh = 13 }, offered).Passed);
    }

    [Fact]
    public void An_offer_that_meets_each_requirement_exactly_passes_with_a_finding_for_each()
    {
        var report = RequirementCheck.Check(Van, Exact);

        Assert.True(report.Passed);
        Assert.Empty(report.Failures);
        Assert.Equal(Enum.GetValues<RequirementKind>(), report.Findings.Select(finding => finding.Requirement));
    }

    [Theory]
    [MemberData(nameof(OneShort), DisableDiscoveryEnumeration = true)]
    public void One_step_short_of_one_requirement_fails_on_that_one_only(VehicleSpecification offered, RequirementKind failed) =>
        Assert.Equal([failed], RequirementCheck.Check(Van, offered).Failures.Select(finding => finding.Requirement));

    [Fact]
    public void What_the_bid_does_not_say_fails_and_is_named()
    {
        var silent = new VehicleSpecification { Make = "Make", Model = "Model" };

        var report = RequirementCheck.Check(Van, silent);

        Assert.Equal(Enum.GetValues<RequirementKind>(), report.Failures.Select(finding => finding.Requirement));
        Assert.All(report.Findings, finding => Assert.Null(finding.Offered));
        Assert.Equal("Rekkevidde (WLTP): krevd minst 230 km, men tilbudet sier ikke hva som tilbys.", report.Findings[1].Explanation.No);
    }

    [Fact]
    public void What_is_not_required_is_not_looked_at()
    {
        var report = RequirementCheck.Check(VehicleRequirements.None, new() { Make = "Make", Model = "Model", Drivetrain = Drivetrain.Diesel });

        Assert.True(report.Passed);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void A_finding_says_offered_and_required_in_both_languages()
    {
        var finding = RequirementCheck.Check(new() { MinimumBatteryKwh = 62.5m }, Exact).Findings.Single();

        Assert.Equal(("≥ 62.5 kWh", "50.5 kWh"), (finding.Required, finding.Offered));
        Assert.Equal("Batteri (brukbart): krevd minst 62,5 kWh, men tilbudt 50,5 kWh.", finding.Explanation.No);
        Assert.Equal("Battery (usable): required at least 62.5 kWh, but offered 50.5 kWh.", finding.Explanation.En);
    }

    [Fact]
    public void Absurd_requirements_are_named_before_anyone_is_asked_to_meet_them()
    {
        Assert.Empty(Van.Problems());
        Assert.Equal(2, new VehicleRequirements { MinimumRangeKm = -1, MinimumBatteryKwh = 1001 }.Problems().Count);
    }
}
