using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.People;

namespace Samkjop.Tests.Host;

/// <summary>A round of two agencies and three suppliers, planned to take needs from Thursday 29 to Friday 30 April 2021, lots locked on Monday at noon.</summary>
internal sealed class SpringRound : IAsyncDisposable
{
    public static readonly LocalDateTime Planning = new(2021, 4, 28, 10, 0);
    public static readonly LocalDateTime NeedsAreTaken = new(2021, 4, 29, 9, 0);
    public static readonly LocalDateTime AfterTheDeadline = new(2021, 5, 1, 9, 0);
    public static readonly LocalDateTime LotsAreLocked = new(2021, 5, 3, 12, 5);

    private SpringRound(TestApp app) => App = app;

    public TestApp App { get; private set; }

    public TestCaller Administrator => App.As("admin", Role.Administrator);

    public TestCaller Qualification => App.As("kval", Role.QualificationOfficer);

    public TestCaller Officer => App.As("andre", Role.ProcurementOfficer);

    public TestCaller OtherOfficer => App.As("tonje", Role.ProcurementOfficer);

    public TestCaller Auditor => App.As("revisor", Role.Auditor);

    public TestCaller Reporter => App.As("kari", Role.NeedReporter, agency: "bym");

    public TestCaller BudgetHolder => App.As("ola", Role.BudgetHolder, agency: "bym");

    public TestCaller OtherReporter => App.As("per", Role.NeedReporter, agency: "ren");

    public TestCaller OtherBudgetHolder => App.As("pia", Role.BudgetHolder, agency: "ren");

    public TestCaller Supplier(string supplierId) => App.As($"user-{supplierId}", Role.SupplierUser, supplier: supplierId);

    public static object Plan(string needsDeadline = "2021-04-30T16:00:00", string needsOpen = "2021-04-29", string system = "dps-3500", string needsDeadlineKind = "soft") => new
    {
        title = new { no = "Elbiler våren 2021", en = "Electric vehicles, spring 2021" },
        purchasingSystemId = system,
        needsOpen,
        needsDeadline,
        people = new
        {
            procurementOfficers = new[] { "andre" },
            openers = new[] { "en", "to", "tre" },
            evaluators = new[] { "eva" },
            awardDeciders = new[] { "direktor" },
            contractManagers = new[] { "kontrakt" },
        },
        settings = new { needsDeadline = needsDeadlineKind },
    };

    public static object Need(int quantity = 3, string vehicleClass = "smallVan", string? note = null, int range = 250) => new
    {
        quantity,
        vehicleClass,
        requirements = new { minimumRangeKm = range },
        colour = "hvit",
        deliverTo = "Karvesvingen 3, Oslo",
        deliverBy = "2021-11-01",
        note,
    };

    public static object Document(decimal price = 60, decimal climate = 40) => new
    {
        priceFormula = "linear",
        priceBasis = new { no = "Eks. mva, levering inkludert", en = "Ex VAT, delivery included" },
        criteria = new object[]
        {
            new { criterionId = "price", name = new { no = "Pris", en = "Price" }, weightPercent = price, kind = "price" },
            new { criterionId = "climate", name = new { no = "Klima", en = "Climate" }, weightPercent = climate, kind = "climate" },
        },
        tieBreak = "lowestPrice",
    };

    /// <summary>The registers are filled and the round is planned.</summary>
    public static async Task<SpringRound> PlannedAsync(
        LocalDateTime? start = null, DurableEngineOptions? engine = null, HostileTriggers? hostile = null, Action<IServiceCollection>? adapters = null)
    {
        var round = new SpringRound(await TestApp.StartAsync(start ?? Planning, engine, hostile, adapters: adapters));
        await Created(round.Administrator.PutAsync("agencies/bym", new { name = "Bymiljøetaten" }));
        await Created(round.Administrator.PutAsync("agencies/ren", new { name = "Renovasjonsetaten" }));
        await Created(round.Officer.PutAsync("purchasing-systems/dps-3500", new
        {
            name = new { no = "Kjøretøy opp til 3500 kg", en = "Vehicles up to 3500 kg" },
            vehicleClasses = new[] { "familyCar", "smallVan", "largeVan" },
            zeroEmissionRequired = true,
        }));
        foreach (var (id, number) in new[] { ("bilco", "974760673"), ("volt", "923609016"), ("utenfor", "914778271") })
        {
            await Created(round.Qualification.PutAsync($"suppliers/{id}", new { name = id, organisationNumber = number }));
        }

        Assert.Equal(200, (await round.Qualification.PutAsync("suppliers/bilco/admissions/dps-3500", new { })).Code);
        Assert.Equal(200, (await round.Qualification.PutAsync(
            "suppliers/volt/admissions/dps-3500", new { from = "2021-03-01T08:00:00Z", reason = "Tatt opp på papir." })).Code);
        await Created(round.Officer.PutAsync("plans/2021-1", Plan()));
        return round;
    }

    /// <summary>The round takes needs.</summary>
    public static async Task<SpringRound> OpenAsync(
        DurableEngineOptions? engine = null, HostileTriggers? hostile = null, Action<IServiceCollection>? adapters = null)
    {
        var round = await PlannedAsync(Planning, engine, hostile, adapters);
        await round.App.AdvanceToAsync(NeedsAreTaken);
        return round;
    }

    /// <summary>Lots are locked: bym's three small vans and two large ones, ren's four small vans; one need of ren was not approved.</summary>
    public static async Task<SpringRound> WithLotsAsync(DurableEngineOptions? engine = null, HostileTriggers? hostile = null)
    {
        var round = await OpenAsync(engine, hostile);
        await round.ApprovedNeedAsync(round.Reporter, round.BudgetHolder, Need());
        await round.ApprovedNeedAsync(round.Reporter, round.BudgetHolder, Need(2, "largeVan"));
        await round.ApprovedNeedAsync(round.OtherReporter, round.OtherBudgetHolder, Need(4, range: 300));
        await Created(round.OtherReporter.PostAsync("rounds/2021-1/needs", Need(9)));
        await round.App.AdvanceToAsync(LotsAreLocked);
        return round;
    }

    /// <summary>Lots are locked and the procurement document is written.</summary>
    public static async Task<SpringRound> ReadyAsync(DurableEngineOptions? engine = null, HostileTriggers? hostile = null)
    {
        var round = await WithLotsAsync(engine, hostile);
        var etag = (await round.Officer.GetAsync("rounds/2021-1")).ETag;
        Assert.Equal(200, (await round.Officer.PutAsync("rounds/2021-1/procurement-document", Document(), etag)).Code);
        return round;
    }

    public async Task<string> ApprovedNeedAsync(TestCaller reporter, TestCaller budgetHolder, object need)
    {
        var reported = await Created(reporter.PostAsync("rounds/2021-1/needs", need));
        var id = reported.Json.GetProperty("needId").GetString()!;
        Assert.Equal(200, (await budgetHolder.PostAsync($"rounds/2021-1/needs/{id}/approval", new { version = 1, priceCeiling = 400_000 })).Code);
        return id;
    }

    /// <summary>Ends the process of the app, as far as that goes in one process, and starts it again on what it had stored.</summary>
    /// <inheritdoc cref="TestApp.RestartAsync" />
    public async Task RestartAsync(IReadOnlyDictionary<string, Func<ITaskOrchestrator>>? standIns = null, Action<string>? whileStopped = null) =>
        App = await App.RestartAsync(standIns, whileStopped);

    public async Task<string> PhaseAsync() => (await Officer.GetAsync("rounds/2021-1")).Json.GetProperty("phase").GetString()!;

    public static async Task<Answer> Created(Task<Answer> answering)
    {
        var answer = await answering;
        Assert.True(answer.Code == 201, $"{answer.Code}: {answer.Text}");
        return answer;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
