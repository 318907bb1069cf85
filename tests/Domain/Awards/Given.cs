using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Purchasing.Evidence;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Tests.Domain.Awards;

/// <summary>A round in May 2021 with one lot that three suppliers bid for and a fourth was rejected in.</summary>
internal static class Given
{
    public const string Officer = "officer", Evaluator = "evaluator", Decider = "decider", Manager = "manager";

    public static readonly Instant Letters = Instant.FromUtc(2021, 5, 12, 8, 0);

    public static Round TheRound { get; } = new()
    {
        RoundId = "2021-1",
        Title = new Text("Samkjøp våren 2021", "Joint purchase, spring 2021"),
        PurchasingSystemId = "dps-3500",
        Phase = RoundPhase.Awarding,
        Settings = RoundSettings.Default,
        People = new RoundPeople([Officer], ["o1", "o2", "o3"], [Evaluator], [Decider, "undeclared"], [Manager]),
        Needs = new NeedsWindow(Instant.FromUtc(2021, 3, 25, 23, 0), Instant.FromUtc(2021, 4, 30, 21, 59), Instant.FromUtc(2021, 5, 3, 10, 0)),
        Declarations =
        [
            new ImpartialityDeclaration(Officer, Instant.FromUtc(2021, 5, 1, 8, 0), Impartial: true),
            new ImpartialityDeclaration(Decider, Instant.FromUtc(2021, 5, 1, 8, 0), Impartial: true),
        ],
        LotIds = ["lot-1", "lot-2"],
        OpenedAt = Instant.FromUtc(2021, 5, 10, 10, 0),
    };

    public static ScoringModel Model { get; } = new(
        PriceFormula.Linear,
        [
            new Criterion("price", new Text("Pris", "Price"), Samkjop.Purchasing.Scoring.CriterionKind.Price, 60),
            new Criterion("range", new Text("Rekkevidde", "Range"), Samkjop.Purchasing.Scoring.CriterionKind.Quality, 40, IsEnvironment: true),
        ],
        TieBreak.LowestPrice, "seed");

    public static Lot RankedLot { get; } = new()
    {
        RoundId = "2021-1",
        LotId = "lot-1",
        Phase = LotPhase.Ranked,
        Content = new ConsolidatedLot(
            "lot-1", new Text("Små varebiler", "Small vans"), VehicleClass.SmallVan, TotalQuantity: 6, OptionQuantity: 1, VehicleRequirements.None,
            [Line("need-1", "bym", 2), Line("need-2", "bym", 1), Line("need-3", "uke", 2), Line("need-4", "vav", 1, option: true)],
            new Text("Samme klasse", "Same class"), []),
        Ranking = ((ScoringResult.Ranked)LotScoring.Rank("lot-1", Model,
        [
            Bid("bid-alfa", 420_000, 6, "320 km etter WLTP"),
            Bid("bid-beta", 462_000, 10, "480 km etter WLTP"),
            Bid("bid-gamma", 400_000, 2, "Tapers hemmelige rekkevidde"),
        ])).Ranking,
    };

    public static ImmutableArray<LotBidder> Bidders { get; } =
    [
        new("bid-alfa", "alfa", "Alfa Bil AS", []),
        new("bid-beta", "beta", "Beta & Sønner <Bil> AS", []),
        new("bid-gamma", "gamma", "Gamma Bil AS", []),
        new("bid-delta", "delta", "Delta Bil AS", [new Text("Ladbar hybrid er ikke nullutslipp.", "A plug-in hybrid is not zero-emission.")]),
    ];

    public static IReadOnlyDictionary<string, string> SupplierOf { get; } = Bidders.ToDictionary(b => b.BidId, b => b.SupplierId, StringComparer.Ordinal);

    public static PriceSheet Sheet { get; } = new(
        "lot-1", "Maxus e-Deliver 3", new VehicleSpecification { Make = "Maxus", Model = "e-Deliver 3" }, 462_000, 12, new LocalDate(2021, 9, 1));

    public static Lot ProposedLot { get; } = RankedLot.After(lot => Propose(lot, "bid-beta"));

    public static Lot AwardedLot { get; } = ProposedLot.After(lot => Decide(lot));

    public static Lot LotInStandstill { get; } = AwardedLot.After(lot => ContractDecisions.SendLetters(lot, new SendLetters(["beta", "alfa"],
        Standstill.EndOf(RoundSettings.Default, LegalPeriod.Days(10), Letters)!.End, Letters)));

    public static Lot SignableLot { get; } = LotInStandstill.After(lot => ContractDecisions.EndStandstill(lot, Letters + Duration.FromDays(20)));

    /// <summary>The proposed winner has shown its tax certificate, and it was accepted.</summary>
    public static WinnerEvidence Shown(Lot lot, Instant? at = null)
    {
        var now = at ?? Letters;
        var asked = EvidenceDecisions.Request(TheRound, lot, new RequestEvidence([], Caller(Officer, Role.ProcurementOfficer), now)).Accepted().State;
        return asked
            .After(evidence => EvidenceDecisions.Supply(lot, evidence, Certificate(OsloTime.DateOf(now).PlusDays(-10), now)))
            .After(evidence => EvidenceDecisions.Judge(TheRound, lot, evidence, new JudgeEvidence(
                EvidenceDecisions.TaxCertificateItem, Accept: true, "I orden.", Caller(Officer, Role.ProcurementOfficer), now)));
    }

    public static SupplyEvidence Certificate(LocalDate issuedOn, Instant now) =>
        new(EvidenceDecisions.TaxCertificateItem, issuedOn, "Altinn AR1234567", null, Caller("kari", Role.SupplierUser), now);

    public static Decision<Lot> Propose(Lot lot, string bidId, Caller? by = null, Round? round = null, params Lot[] others) => AwardDecisions.Propose(
        lot, round ?? TheRound, others, SupplierOf,
        new ProposeAward(bidId, SupplierOf.GetValueOrDefault(bidId, "?"), "Best totalt.", by ?? Caller(Officer, Role.ProcurementOfficer), Letters));

    public static Decision<Lot> Decide(Lot lot, bool approve = true, Caller? by = null, Round? round = null) => AwardDecisions.Decide(
        lot, round ?? TheRound, [],
        new DecideAward(approve, "Enig.", by ?? Caller(Decider, Role.AwardDecider), Letters, lot.Phase is LotPhase.Proposed ? Shown(lot) : null));

    public static Caller Caller(string subject, params ImmutableHashSet<string> roles) => new(subject, roles);

    private static ConsolidatedLine Line(string need, string agency, int quantity, bool option = false) =>
        new(need, 1, agency, quantity, VehicleRequirements.None, null, 600_000, null, option);

    private static ScorableBid Bid(string id, decimal price, decimal range, string reason) => new(id, price, [new CriterionPoints("range", range, reason)]);
}

internal static class DecisionAssertions
{
    public static T After<T>(this T state, Func<T, Decision<T>> decide) => decide(state).Accepted().State;

    public static Decision<T>.Accepted Accepted<T>(this Decision<T> decision) => decision switch
    {
        Decision<T>.Accepted accepted => accepted,
        Decision<T>.Refused refused => throw new InvalidOperationException($"Refused: {refused.Refusal.Code}"),
        _ => throw new InvalidOperationException(),
    };

    public static string RefusalCode<T>(this Decision<T> decision) => Assert.IsType<Decision<T>.Refused>(decision).Refusal.Code;
}
