using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Fleet;

/// <summary>Which needs, orders and baselines of a round count in its effect.</summary>
public sealed class FleetSourcesTests
{
    private static readonly Need Pinned = NeedOf("need-1", NeedState.Pinned);

    [Theory]
    [InlineData(NeedState.Reported, 0)]
    [InlineData(NeedState.Approved, 3)]
    [InlineData(NeedState.Withdrawn, 0)]
    [InlineData(NeedState.Pinned, 3)]
    [InlineData(NeedState.Deferred, 0)]
    public void What_is_approved_counts_and_what_is_withdrawn_or_deferred_does_not(NeedState state, int planned) =>
        Assert.Equal(planned, Effect(NeedOf("need-1", state)).Progress.Planned);

    [Theory]
    [InlineData(null, 0, 3)]
    [InlineData(true, 3, 0)]
    [InlineData(false, 0, 0)]
    public void A_loan_that_is_undecided_stands_beside_the_plan_a_granted_one_in_it_and_a_refused_one_nowhere(bool? granted, int planned, int conditional)
    {
        var need = Pinned with
        {
            Content = Pinned.Content with { SubjectToLoan = true },
            LoanAnswer = granted is { } answer ? new LoanAnswer(answer, "Sak 21/100", "andre", WhileNeedsAreTaken) : null,
        };
        var progress = Effect(need).Progress;
        Assert.Equal((planned, conditional), (progress.Planned, progress.Conditional));
    }

    [Fact]
    public void Only_vehicles_of_the_weight_that_the_system_is_for_are_measured_and_those_of_unknown_class()
    {
        var lines = FleetGiven.Lines.AddRange(new FleetLine(5, Drivetrain.Diesel, 9, VehicleClass.HeavyTruck), new FleetLine(2, Drivetrain.Petrol, 4));
        Assert.Equal(26, Sources([Pinned], lines).ToEffect().Total!.Before.Vehicles);
    }

    [Fact]
    public void The_model_that_was_bought_decides_what_has_come()
    {
        var system = LightVehicles with { ZeroEmissionRequired = false };
        Assert.Equal(4, Real(system, Drivetrain.BatteryElectric).Fossil);
        Assert.Equal(7, Real(system, Drivetrain.PlugInHybrid).Fossil);

        static FleetCount Real(PurchasingSystem system, Drivetrain drivetrain) => (Sources([Pinned]) with
        {
            System = system,
            Orders = [Delivered(new LocalDate(2021, 6, 1))],
            Disposals = [Gone(new LocalDate(2021, 6, 2))],
            Winners = new Dictionary<string, PriceSheet>(StringComparer.Ordinal)
            {
                ["lot-1"] = new("lot-1", "m", new VehicleSpecification { Make = "m", Model = "m", Drivetrain = drivetrain }, 1, 1, new LocalDate(2021, 9, 1)),
            },
        }).ToEffect().Total!.Realised;
    }

    [Theory]
    [InlineData(2021, 1, 15)]
    [InlineData(2021, 2, 1)]
    public void A_disposal_or_delivery_up_to_the_day_of_the_baseline_keeps_it_from_counting(int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        Assert.Null((Sources([Pinned]) with { Disposals = [Gone(date)] }).ToEffect().Total);
        Assert.Null((Sources([Pinned]) with { Orders = [Delivered(date)] }).ToEffect().Total);
    }

    [Fact]
    public void A_retracted_disposal_neither_counts_nor_dates_the_first_change()
    {
        var gone = Gone(new LocalDate(2021, 1, 15));
        var retracted = gone with { Entries = [gone.Entries[0] with { Retraction = new DisposalRetraction("Feil bil.", "kari", AfterTheLock) }] };
        var effect = (Sources([Pinned]) with { Disposals = [retracted], Orders = [Delivered(new LocalDate(2021, 6, 1))] }).ToEffect();
        Assert.Equal((0, 3), (effect.Progress.Realised, effect.Progress.AwaitingDisposal));
    }

    private static FleetEffect Effect(Need need) => Sources([need]).ToEffect();

    private static FleetSources Sources(ImmutableArray<Need> needs, ImmutableArray<FleetLine>? lines = null) => new(
        RoundWithLots, LightVehicles, needs, [], [], new Dictionary<string, PriceSheet>(StringComparer.Ordinal), [],
        [FleetGiven.BaselineOf("bym", FleetGiven.FirstOfFebruary, lines ?? FleetGiven.Lines)], new Dictionary<string, string>(StringComparer.Ordinal));

    private static Need NeedOf(string needId, NeedState state) => ReportedNeed with
    {
        NeedId = needId,
        State = state,
        LotId = "lot-1",
        Content = ReportedNeed.Content with { Quantity = 3, VehicleClass = VehicleClass.SmallVan, Replaces = new ReplacedVehicles(3, Drivetrain.Diesel, 8) },
    };

    private static Disposal Gone(LocalDate on) => new()
    {
        RoundId = "2021-1", NeedId = "need-1", AgencyId = "bym",
        Entries = [new DisposalEntry("disposal-1", 3, on, DisposalManner.Sold, "Kjøpekontrakt", "kari", AfterTheLock)],
    };

    private static Order Delivered(LocalDate on) => new()
    {
        RoundId = "2021-1", OrderId = "order-lot-1-bym", LotId = "lot-1", AgencyId = "bym", SupplierId = "bilco", Model = "m", Quantity = 3, UnitPrice = 1,
        PlacedAt = AfterTheLock, DeliverBy = on, State = OrderState.Accepted, DeliveredQuantity = 3, AcceptedQuantity = 3,
        Entries = [new OrderEntry("e", OrderEntryKind.Delivered, 3, Samkjop.Calendar.OsloTime.StartOfDay(on), "s", OrderChannel.SupplierUser)],
    };
}
