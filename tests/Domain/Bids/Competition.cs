using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Purchasing.Scoring;
using CriterionKind = Samkjop.Purchasing.CriterionKind;

namespace Samkjop.Tests.Domain.Bids;

/// <summary>A round with its invitation out: bids are received from 4 to 21 May 2021, 12:00 Oslo.</summary>
internal static class Competition
{
    public static readonly Instant Opens = Instant.FromUtc(2021, 5, 4, 6, 0);
    public static readonly Instant Closes = Instant.FromUtc(2021, 5, 21, 10, 0);
    public static readonly Instant During = Instant.FromUtc(2021, 5, 12, 9, 30);
    public static readonly Instant After = Closes + Duration.FromHours(1);

    public static readonly Caller Officer = Person("officer", Role.ProcurementOfficer);
    public static readonly Caller Opener = Person("opener-1", Role.Opener);
    public static readonly Caller SecondOpener = Person("opener-2", Role.Opener);
    public static readonly Caller Evaluator = Person("evaluator-1", Role.Evaluator);
    public static readonly Caller SecondEvaluator = Person("evaluator-2", Role.Evaluator);
    public static readonly Caller Decider = Person("decider", Role.AwardDecider);
    public static readonly Caller Auditor = Person("auditor", Role.Auditor);
    public static readonly Caller Administrator = Person("administrator", Role.Administrator);

    public static readonly PurchasingSystem System = new("dps-3500", new("Til 3500 kg", "Up to 3500 kg"), [VehicleClass.SmallVan], ZeroEmissionRequired: true);

    public static Round Bidding { get; } = new()
    {
        RoundId = "2021-1",
        Title = new("Vårrunden", "The spring round"),
        PurchasingSystemId = System.PurchasingSystemId,
        Phase = RoundPhase.Bidding,
        Settings = RoundSettings.Default,
        People = new(["officer"], ["opener-1", "opener-2", "opener-3"], ["evaluator-1", "evaluator-2"], ["decider"], ["manager"]),
        Needs = new(Opens, Opens, Opens),
        LotIds = ["lot-1", "lot-2"],
        Declarations = [new("opener-1", Opens, Impartial: true), new("opener-2", Opens, Impartial: true), new("opener-3", Opens, Impartial: true)],
        ProcurementDocument = new(
            1, PriceFormula.Linear, new("Eks. mva.", "Ex VAT"),
            [
                new("price", new("Pris", "Price"), 60, CriterionKind.Price),
                new("range", new("Rekkevidde", "Range"), 40, CriterionKind.Climate),
            ],
            TieBreak.DrawnLot),
        Invitation = new(Opens, "officer", new BidWindow(Opens, Closes), Opens, ["bertel", "harald", "maxus"], 1, new string('0', 64)),
    };

    public static Round AwaitingOpening => BidOpening.Fix(Bidding, new FixManifest([], Closes)).Accepted();

    public static Round Opened => BidOpening.Open(
        BidOpening.Approve(BidOpening.Approve(AwaitingOpening, new(Opener, After)).Accepted(), new(SecondOpener, After)).Accepted(), new OpenRound(After)).Accepted();

    public static Bid Started(string supplier = "bertel") => Samkjop.Purchasing.Bidding.Start(Bidding, null, new StartBid(supplier, During, $"{supplier}-user")).Accepted();

    public static Lot Lot(string lotId = "lot-1") => new()
    {
        RoundId = "2021-1",
        LotId = lotId,
        Phase = LotPhase.Consolidated,
        Content = new ConsolidatedLot(
            lotId, new("Små varebiler", "Small vans"), VehicleClass.SmallVan, 12, 0,
            new VehicleRequirements { MinimumRangeKm = 250, MaximumDeliveryWeeks = 26 }, [], new("", ""), []),
    };

    public static PriceSheet Sheet(decimal price = 420_000m, string lotId = "lot-1") => new(
        lotId, "Maxus e-Deliver 3", new VehicleSpecification { Make = "Maxus", Model = "e-Deliver 3", Drivetrain = Drivetrain.BatteryElectric, RangeKm = 344 },
        price, 16, new LocalDate(2021, 9, 30));

    public static TState Accepted<TState>(this Decision<TState> decision) => Assert.IsType<Decision<TState>.Accepted>(decision).State;

    public static ImmutableArray<DomainEvent> Events<TState>(this Decision<TState> decision) => Assert.IsType<Decision<TState>.Accepted>(decision).Events;

    public static Refusal Refused<TState>(this Decision<TState> decision) => Assert.IsType<Decision<TState>.Refused>(decision).Refusal;

    private static Caller Person(string subject, string role) => new(subject, [role]);
}
