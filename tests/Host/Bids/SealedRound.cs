using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using Samkjop.Purchasing.Scoring;
using Samkjop.Serialization;
using Samkjop.State;
using CriterionKind = Samkjop.Purchasing.CriterionKind;

namespace Samkjop.Tests.Host.Bids;

/// <summary>The app with one round whose invitation is out: it is 12 May 2021, 11:30, and bids are received until 21 May, 12:00 Oslo.</summary>
internal sealed class SealedRound : IAsyncDisposable
{
    public const string RoundId = "2021-1";
    public static readonly Instant Closes = Instant.FromUtc(2021, 5, 21, 10, 0);
    private static readonly HttpClient Uploads = new();

    private SealedRound(TestApp app) => App = app;

    public TestApp App { get; }

    public TestCaller Bertel => App.As("kari@bertel", Role.SupplierUser, supplier: "bertel");

    public TestCaller Harald => App.As("system@harald", Role.SupplierSystem, supplier: "harald");

    public TestCaller Officer => App.As("officer", Role.ProcurementOfficer);

    public TestCaller Evaluator => App.As("evaluator", Role.Evaluator);

    public TestCaller Decider => App.As("decider", Role.AwardDecider);

    public TestCaller Auditor => App.As("auditor", Role.Auditor);

    /// <param name="engine">How the engine behaves.</param>
    /// <param name="hostile">How triggers behave.</param>
    /// <param name="change">What is different about the round.</param>
    /// <param name="adapters">Other stores; null for SQLite and folders.</param>
    public static async Task<SealedRound> StartAsync(
        DurableEngineOptions? engine = null, HostileTriggers? hostile = null, Func<Round, Round>? change = null, Action<IServiceCollection>? adapters = null)
    {
        var app = await TestApp.StartAsync(new LocalDateTime(2021, 5, 12, 11, 30), engine, hostile, adapters: adapters);
        await app.Store.CreateAsync(new PurchasingSystem("dps-3500", new("Til 3500 kg", "Up to 3500 kg"), [VehicleClass.SmallVan], ZeroEmissionRequired: true));
        await app.Store.CreateAsync(change is null ? Round() : change(Round()));
        await app.Store.CreateAsync(LotOf("lot-1"));
        await app.Store.CreateAsync(LotOf("lot-2"));
        await app.App.Functions.DurableClient.ScheduleNewOrchestrationInstanceAsync(
            nameof(RunPurchaseRound), new RunPurchaseRound.Input(RoundId), new StartOrchestrationOptions(Samkjop.Purchasing.Round.InstanceId(RoundId)));
        await app.SettleAsync();
        return new SealedRound(app);
    }

    public static string SheetJson(decimal price = 420_000, string lotId = "lot-1", Drivetrain drivetrain = Drivetrain.BatteryElectric) => JsonSerializer.Serialize(
        new PriceSheet(
            lotId, "Maxus e-Deliver 3", new VehicleSpecification { Make = "Maxus", Model = "e-Deliver 3", Drivetrain = drivetrain, RangeKm = 344 },
            price, 16, new LocalDate(2021, 9, 30)),
        SamkjopJson.Options);

    /// <summary>Begins the supplier's bid.</summary>
    public static async Task<Answer> BeginAsync(TestCaller supplier) => await supplier.PostAsync($"rounds/{RoundId}/bids");

    /// <summary>Where the caller's own bid is.</summary>
    public static string BidOf(TestCaller supplier) => $"rounds/{RoundId}/bids/bid-{supplier.Caller.SupplierId}";

    public static Task<Answer> AnnounceAsync(TestCaller supplier, string lotId = "lot-1", string? key = null) =>
        supplier.PostAsync($"{BidOf(supplier)}/documents", new { purpose = "sheet", lotId, fileName = "pris.json" }, key);

    /// <summary>Uploads to the address that an announcement gave.</summary>
    public static async Task<HttpStatusCode> UploadAsync(Answer announced, byte[] content)
    {
        var upload = announced.Json.GetProperty("upload");
        using var request = new HttpRequestMessage(new HttpMethod(upload.GetProperty("method").GetString()!), upload.GetProperty("url").GetString())
        {
            Content = new ByteArrayContent(content),
        };
        foreach (var header in upload.GetProperty("headers").EnumerateObject())
        {
            request.Headers.Add(header.Name, header.Value.GetString());
        }

        using var response = await Uploads.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Begins, announces and uploads a sheet; the id of its document.</summary>
    public async Task<string> BidAsync(TestCaller supplier, string json, string lotId = "lot-1")
    {
        await BeginAsync(supplier);
        var announced = await AnnounceAsync(supplier, lotId);
        Assert.Equal(HttpStatusCode.Created, await UploadAsync(announced, Encoding.UTF8.GetBytes(json)));
        await App.SettleAsync();
        return announced.Json.GetProperty("document").GetProperty("documentId").GetString()!;
    }

    public Task<Answer> ReceiptAsync(TestCaller supplier, string documentId) => supplier.GetAsync($"{BidOf(supplier)}/documents/{documentId}/receipt");

    /// <summary>Lets the window close and the manifest be fixed.</summary>
    public Task CloseAsync() => App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, 12, 5));

    public async Task<Answer> ApproveAsync(string opener)
    {
        var caller = App.As(opener, Role.Opener);
        _ = await caller.PostAsync($"rounds/{RoundId}/impartiality-declarations", new { impartial = true });
        return await caller.PostAsync($"rounds/{RoundId}/opening/approvals");
    }

    /// <summary>Closes and opens.</summary>
    public async Task OpenAsync()
    {
        await CloseAsync();
        await ApproveAsync("opener-1");
        await ApproveAsync("opener-2");
        await App.SettleAsync();
    }

    public async Task DeclareAsync(params TestCaller[] people)
    {
        foreach (var person in people)
        {
            Assert.Equal(200, (await person.PostAsync($"rounds/{RoundId}/impartiality-declarations", new { impartial = true })).Code);
        }
    }

    public async Task<Round> RoundAsync() => (await App.Store.FindAsync<Round>(RoundId, "round"))!.Document;

    public async Task<Lot> LotAsync(string lotId) => (await App.Store.FindAsync<Lot>(RoundId, lotId))!.Document;

    /// <summary>Every event in the round's audit log, with who caused it.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync()
    {
        var entries = new List<AuditEntry>();
        await foreach (var entry in App.Store.AllAsync<AuditEntry>(RoundId))
        {
            entries.Add(entry.Document);
        }

        return entries;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static Round Round() => new()
    {
        RoundId = RoundId,
        Title = new("Vårrunden", "The spring round"),
        PurchasingSystemId = "dps-3500",
        Phase = RoundPhase.Bidding,
        Settings = RoundSettings.Default,
        People = new(["officer"], ["opener-1", "opener-2", "opener-3"], ["evaluator"], ["decider"], ["manager"]),
        Needs = new(Instant.FromUtc(2021, 3, 25, 0, 0), Instant.FromUtc(2021, 4, 30, 22, 0), Instant.FromUtc(2021, 4, 30, 22, 0)),
        LotIds = ["lot-1", "lot-2"],
        ProcurementDocument = new(
            1, PriceFormula.Linear, new("Eks. mva.", "Ex VAT"),
            [new("price", new("Pris", "Price"), 60, CriterionKind.Price), new("range", new("Rekkevidde", "Range"), 40, CriterionKind.Climate)], TieBreak.LowestPrice),
        Invitation = new(
            Instant.FromUtc(2021, 5, 4, 8, 0), "officer", new BidWindow(Instant.FromUtc(2021, 5, 4, 8, 0), Closes), Instant.FromUtc(2021, 5, 14, 22, 0),
            ["bertel", "harald", "maxus"], 1, new string('0', 64)),
    };

    private static Lot LotOf(string lotId) => new()
    {
        RoundId = RoundId,
        LotId = lotId,
        Phase = LotPhase.Consolidated,
        Content = new ConsolidatedLot(
            lotId, new("Små varebiler", "Small vans"), VehicleClass.SmallVan, 12, 0, new VehicleRequirements { MinimumRangeKm = 250 }, [], new("Klasse", "Class"), []),
    };
}
