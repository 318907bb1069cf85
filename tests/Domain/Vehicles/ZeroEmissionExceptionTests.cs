using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Vehicles;

/// <summary>domain.md, zero emission in public purchase: the law's exceptions (need, charging) are registered with DFØ.</summary>
public sealed class ZeroEmissionExceptionTests
{
    /// <summary>Cars are covered from 1 January 2022, vans from 1 January 2023.</summary>
    private static readonly Instant In2022 = Oslo(2022, 5, 4, 10, 0);

    private static readonly PurchasingSystem Open = LightVehicles with { ZeroEmissionRequired = false };

    private static readonly Lot Cars = new()
    {
        RoundId = "2021-1",
        LotId = "lot-1",
        Phase = LotPhase.Consolidated,
        Content = ((ConsolidationResult.Consolidated)LotConsolidation.Consolidate(
            [new ConsolidationNeed("need-1", 1, "bym", VehicleClass.FamilyCar, 2, VehicleRequirements.None, null, 400_000m, null, IsOption: false)])).Lots[0],
    };

    private static readonly RecordZeroEmissionException Command = new(
        "lot-1", ZeroEmissionGround.Charging, new Text("Ingen lading der bilen brukes.", "No charging where the car is used."), new LocalDate(2022, 5, 2), "DFØ-22/117", Officer, In2022);

    [Fact]
    public void Without_an_exception_the_law_asks_for_zero_emission_from_its_date_on()
    {
        Assert.False(Checking.RequiredOf(Invited(RoundWithLots, Oslo(2021, 12, 31, 23, 59)), Open, Cars).ZeroEmission);
        Assert.True(Checking.RequiredOf(Invited(RoundWithLots, Oslo(2022, 1, 1, 0, 0)), Open, Cars).ZeroEmission);
    }

    [Fact]
    public void A_registered_exception_lets_the_lot_be_bought_otherwise()
    {
        var decision = ZeroEmissionExceptions.Record(RoundWithLots, Cars, Open, Command);
        var round = Accepted(decision);

        Assert.Equal("DFØ-22/117", Assert.IsType<ZeroEmissionExceptionRecorded>(OnlyEvent(decision)).Exception.Reference);
        Assert.False(Checking.RequiredOf(Invited(round, In2022), Open, Cars).ZeroEmission);
        Assert.True(Checking.RequiredOf(Invited(round, In2022), Open, Cars with { LotId = "lot-2" }).ZeroEmission);
    }

    [Fact]
    public void What_the_purchasing_system_asks_for_itself_has_no_exception()
    {
        Assert.Equal("system-asks-for-zero-emission", Refused(ZeroEmissionExceptions.Record(RoundWithLots, Cars, LightVehicles, Command)).Code);
        Assert.True(Checking.RequiredOf(Invited(Accepted(ZeroEmissionExceptions.Record(RoundWithLots, Cars, Open, Command)), In2022), LightVehicles, Cars).ZeroEmission);
    }

    [Fact]
    public void Where_the_law_asks_for_nothing_no_exception_is_needed() =>
        Assert.Equal("no-exception-needed", Refused(ZeroEmissionExceptions.Record(RoundWithLots, Cars, Open, Command with { Now = Oslo(2021, 5, 4, 10, 0) })).Code);

    [Fact]
    public void After_the_invitation_nothing_is_recorded() =>
        Assert.Equal("lots-released", Refused(ZeroEmissionExceptions.Record(RoundWithLots with { Phase = RoundPhase.Bidding }, Cars, Open, Command)).Code);

    [Fact]
    public void It_is_registered_before_it_is_recorded_and_has_a_reference()
    {
        var refusal = Refused(ZeroEmissionExceptions.Record(RoundWithLots, Cars, Open, Command with { RegisteredOn = new LocalDate(2022, 5, 5), Reference = " " }));

        Assert.Equal(["reference", "registeredOn"], refusal.Errors!.Keys.Order());
    }

    [Fact]
    public void Another_than_an_officer_of_the_round_records_none() =>
        Assert.Equal("not-named-for-round", Refused(ZeroEmissionExceptions.Record(RoundWithLots, Cars, Open, Command with { By = UnnamedOfficer })).Code);

    private static Round Invited(Round round, Instant at) => round with
    {
        Phase = RoundPhase.Bidding,
        Invitation = new Invitation(at, "andre", new BidWindow(at, at + Duration.FromDays(14)), at + Duration.FromDays(10), ["volt"], 1, "hash"),
    };
}
