using System.Collections.Immutable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;
using Samkjop.Agencies;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Purchasing.Scoring;
using Samkjop.Suppliers;

namespace Samkjop.Tests.Host.Awards;

/// <summary>
/// The app with a round whose two lots are ranked: beta is first in both, alfa second, gamma's bid for lot 1 was rejected. It is Wednesday 12 May 2021,
/// 10:00, so that a standstill of ten days ends on Tuesday 25 May. No evidence is wanted of the winner unless that is asked for.
/// </summary>
internal sealed class AwardingRound(TestApp app, bool standstill, bool evidence) : IAsyncDisposable
{
    public const string Id = "2021-1";

    public static readonly LocalDateTime Start = new(2021, 5, 12, 10, 0);

    public TestApp App => app;

    public TestCaller Officer => app.As("officer", Role.ProcurementOfficer);

    public TestCaller Decider => app.As("decider", Role.AwardDecider);

    public TestCaller Manager => app.As("manager", Role.ContractManager);

    public TestCaller Evaluator => app.As("evaluator", Role.Evaluator);

    public TestCaller Auditor => app.As("auditor", Role.Auditor);

    public TestCaller Supplier(string supplierId) => app.As($"user-{supplierId}", Role.SupplierUser, supplier: supplierId);

    public TestCaller Agency(string agencyId) => app.As($"receiver-{agencyId}", Role.NeedReporter, agency: agencyId);

    public static async Task<AwardingRound> StartAsync(
        DurableEngineOptions? engine = null, HostileTriggers? hostile = null, bool standstill = true, bool withEmptyLot = false, bool evidence = false)
    {
        var app = await TestApp.StartAsync(Start, engine, hostile);
        var round = new AwardingRound(app, standstill, evidence);
        await round.SeedAsync(withEmptyLot);
        await app.App.Functions.DurableClient.ScheduleNewOrchestrationInstanceAsync(
            nameof(RunPurchaseRound), new RunPurchaseRound.Input(Id), new StartOrchestrationOptions(Round.InstanceId(Id)));
        await app.SettleAsync();
        return round;
    }

    /// <summary>Both lots proposed to beta and decided: letters are out.</summary>
    public async Task AwardAsync()
    {
        foreach (var lot in (string[])["lot-1", "lot-2"])
        {
            Assert.Equal(200, (await Officer.PostAsync($"rounds/{Id}/lots/{lot}/award-proposal", new { bidId = "bid-beta", reason = "Best totalt." })).Code);
            Assert.Equal(200, (await Decider.PostAsync($"rounds/{Id}/lots/{lot}/award-decision", new { approve = true, reason = "Enig." })).Code);
        }

        await app.SettleAsync();
        await AssertNothingFailedAsync();
    }

    /// <summary>The same without standstill, and already signed by both: orders are out, due on Wednesday 19 May.</summary>
    public static async Task<AwardingRound> StartWithOrdersAsync(HostileTriggers? hostile = null)
    {
        var round = await StartAsync(hostile: hostile, standstill: false);
        await round.OrderAsync();
        return round;
    }

    /// <summary>Awarded, stood still where that is held, and signed by both: orders are out.</summary>
    public async Task OrderAsync()
    {
        await AwardAsync();
        if (standstill)
        {
            await app.AdvanceToAsync(new LocalDateTime(2021, 5, 26, 9, 0));
        }

        foreach (var lot in (string[])["lot-1", "lot-2"])
        {
            Assert.Equal(200, (await Manager.PostAsync($"rounds/{Id}/lots/{lot}/contract/signatures")).Code);
            Assert.Equal(200, (await Supplier("beta").PostAsync($"rounds/{Id}/lots/{lot}/contract/signatures")).Code);
        }

        await app.SettleAsync();
    }

    /// <summary>No orchestration has failed.</summary>
    public async Task AssertNothingFailedAsync()
    {
        await foreach (var instance in app.App.Functions.DurableClient.GetAllInstancesAsync(new OrchestrationQuery { FetchInputsAndOutputs = true }))
        {
            Assert.False(instance.RuntimeStatus is OrchestrationRuntimeStatus.Failed, $"{instance.InstanceId}: {instance.FailureDetails}");
        }
    }

    public async Task<T> DocumentAsync<T>(string id)
        where T : class, IDocument => (await app.Store.FindAsync<T>(Id, id))!.Document;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task SeedAsync(bool withEmptyLot)
    {
        foreach (var supplier in (string[])["alfa", "beta", "gamma"])
        {
            await app.Store.CreateAsync(new Supplier(supplier, $"{supplier} AS", "974760673", []));
            await app.Store.CreateAsync(BidOf(supplier));
        }

        await app.Store.CreateAsync(new Agency("bym", "Bymiljøetaten"));
        await app.Store.CreateAsync(new Agency("uke", "Utviklings- og kompetanseetaten"));
        await app.Store.CreateAsync(Ranked("lot-1", "bym", "uke"));
        await app.Store.CreateAsync(Ranked("lot-2", "bym"));
        foreach (var (lot, supplier) in new[] { ("lot-1", "alfa"), ("lot-1", "beta"), ("lot-1", "gamma"), ("lot-2", "alfa"), ("lot-2", "beta") })
        {
            await app.Store.CreateAsync(supplier == "gamma" ? Rejected(lot) : Judged(lot, supplier));
        }

        if (withEmptyLot)
        {
            await app.Store.CreateAsync(Ranked("lot-3", "uke") with { Phase = LotPhase.WithoutBids, Ranking = null });
            await app.Store.CreateAsync(Rejected("lot-3"));
        }

        await app.Store.CreateAsync(TheRound with { Settings = RoundSettings.Default with { Standstill = standstill, EvidenceBeforeAward = evidence } });
    }

    private static Evaluation Judged(string lotId, string supplier) => new()
    {
        RoundId = Id,
        LotId = lotId,
        BidId = $"bid-{supplier}",
        SupplierId = supplier,
        Price = supplier == "alfa" ? 420_000 : 441_000,
        Scores =
        [
            new EvaluatorScore("evaluator", Instant.FromUtc(2021, 5, 11, 11, 0), [new GivenPoints("range", supplier == "alfa" ? 5 : 10, $"{supplier} sin rekkevidde.")]),
        ],
        LockedAt = Instant.FromUtc(2021, 5, 11, 12, 0),
    };

    private static Evaluation Rejected(string lotId) => new()
    {
        RoundId = Id,
        LotId = lotId,
        BidId = "bid-gamma",
        SupplierId = "gamma",
        Problems = [new Text("Ladbar hybrid er ikke nullutslipp.", "A plug-in hybrid is not zero-emission.")],
    };

    private static Round TheRound { get; } = new()
    {
        RoundId = Id,
        Title = new Text("Samkjøp våren 2021", "Joint purchase, spring 2021"),
        PurchasingSystemId = "dps-3500",
        Phase = RoundPhase.Awarding,
        Settings = RoundSettings.Default,
        People = new RoundPeople(["officer"], ["o1", "o2", "o3"], ["evaluator"], ["decider"], ["manager"]),
        Needs = new NeedsWindow(Instant.FromUtc(2021, 3, 25, 23, 0), Instant.FromUtc(2021, 4, 30, 21, 59), Instant.FromUtc(2021, 5, 3, 10, 0)),
        LotIds = ["lot-1", "lot-2"],
        OpenedAt = Instant.FromUtc(2021, 5, 11, 10, 0),
        Manifest = new ManifestSummary(Instant.FromUtc(2021, 5, 11, 9, 0), 3, new string('a', 64)),
        ProcurementDocument = new ProcurementDocument(
            1, PriceFormula.Linear, new Text("Eks. mva.", "Ex VAT."),
            [
                new AwardCriterion("price", new Text("Pris", "Price"), 60, Samkjop.Purchasing.CriterionKind.Price),
                new AwardCriterion("range", new Text("Rekkevidde", "Range"), 40, Samkjop.Purchasing.CriterionKind.Quality),
            ],
            TieBreak.LowestPrice),
        Declarations =
        [
            new ImpartialityDeclaration("evaluator", Instant.FromUtc(2021, 5, 11, 8, 0), Impartial: true),
            new ImpartialityDeclaration("officer", Instant.FromUtc(2021, 5, 11, 8, 0), Impartial: true),
            new ImpartialityDeclaration("decider", Instant.FromUtc(2021, 5, 11, 8, 0), Impartial: true),
        ],
    };

    private static Lot Ranked(string lotId, params ReadOnlySpan<string> agencies)
    {
        var lines = ImmutableArray.CreateBuilder<ConsolidatedLine>();
        foreach (var agency in agencies)
        {
            lines.Add(new ConsolidatedLine($"need-{agency}", 1, agency, 2, VehicleRequirements.None, null, 600_000, null, IsOption: false));
        }

        var model = new ScoringModel(
            PriceFormula.Linear,
            [
                new Criterion("price", new Text("Pris", "Price"), Samkjop.Purchasing.Scoring.CriterionKind.Price, 60),
                new Criterion("range", new Text("Rekkevidde", "Range"), Samkjop.Purchasing.Scoring.CriterionKind.Quality, 40),
            ],
            TieBreak.LowestPrice, "seed");
        ScorableBid[] bids =
        [
            new("bid-alfa", 420_000, [new CriterionPoints("range", 5, "Alfas rekkevidde er 300 km.")]),
            new("bid-beta", 441_000, [new CriterionPoints("range", 10, "Betas rekkevidde er 500 km.")]),
        ];
        return new Lot
        {
            RoundId = Id,
            LotId = lotId,
            Phase = LotPhase.Ranked,
            CheckedAt = Instant.FromUtc(2021, 5, 11, 10, 0),
            Content = new ConsolidatedLot(
                lotId, new Text("Små varebiler", "Small vans"), VehicleClass.SmallVan, lines.Count * 2, 0, VehicleRequirements.None, lines.ToImmutable(),
                new Text("Samme klasse", "Same class"), []),
            Ranking = ((ScoringResult.Ranked)LotScoring.Rank(lotId, model, bids)).Ranking,
        };
    }

    private static Bid BidOf(string supplier) => new()
    {
        RoundId = Id,
        BidId = $"bid-{supplier}",
        SupplierId = supplier,
        State = BidState.Opened,
        StartedAt = Instant.FromUtc(2021, 5, 4, 8, 0),
        StartedBy = $"user-{supplier}",
        Sheets =
        [
            .. ((string[])["lot-1", "lot-2"]).Select(lot => new OpenedSheet(lot, $"doc-{lot}", new PriceSheet(
                lot, "Maxus e-Deliver 3", new VehicleSpecification { Make = "Maxus", Model = "e-Deliver 3" }, 441_000, 1, new LocalDate(2021, 9, 1)), null)),
        ],
    };
}
