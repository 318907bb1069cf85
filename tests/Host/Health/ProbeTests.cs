using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Samkjop.Health;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Health;

/// <summary>What the probes say of a whole app, to everyone and to an administrator.</summary>
public sealed class ProbeTests
{
    private static readonly LocalDateTime Morning = new(2021, 3, 24, 9, 0);
    private static readonly Instant Now = Instant.FromUtc(2021, 3, 24, 8, 0);

    private static SweepReport Report(Instant completedAt) => new() { CompletedAt = completedAt, Rounds = [], OverdueOrders = 0, PendingDocuments = 0, StuckCount = 0 };

    [Fact]
    public async Task An_app_that_was_just_started_is_healthy_part_by_part()
    {
        await using var app = await TestApp.StartAsync(Morning);
        var ready = await app.As("anyone", Role.Auditor).GetAsync("health/ready");

        Assert.Equal((200, "healthy"), (ready.Code, ready.Json.GetProperty("status").GetString()));
        Assert.Equal(
            ["blobStore", "documentStore", "orchestrations", "queues", "relay", "rounds", "secrets", "sweep", "timeZones"],
            ready.Json.GetProperty("checks").EnumerateObject().Select(check => check.Name));
        Assert.All(ready.Json.GetProperty("checks").EnumerateObject(), check => Assert.Equal("ok", check.Value.GetString()));
    }

    [Fact]
    public async Task Details_are_for_administrators()
    {
        await using var app = await TestApp.StartAsync(Morning);

        Assert.Equal("role-required", (await app.As("andre", Role.ProcurementOfficer).GetAsync("health/details")).Problem);
        var details = await app.As("admin", Role.Administrator).GetAsync("health/details");
        Assert.Equal("has not run yet", details.Json.GetProperty("checks").GetProperty("sweep").GetProperty("detail").GetString());
        Assert.StartsWith("Europe/Oslo by TZDB", details.Json.GetProperty("checks").GetProperty("timeZones").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stuck_rounds_poison_a_late_relay_and_a_late_sweep_degrade_and_only_administrators_see_which()
    {
        await using var app = await TestApp.StartAsync(Morning);
        await app.Store.CreateAsync(Report(Now - Duration.FromHours(3)) with
        {
            StuckCount = 1,
            Stuck = [new StuckRound("2021-7", RoundPhase.Bidding, StuckReason.DeadlinePassed, Now - Duration.FromHours(9))],
            PendingDocuments = 4,
            OldestPendingAt = Now - Duration.FromHours(6),
        });
        await app.Service<IWorkQueue>().EnqueueAsync("webhook-inbox-poison", "beta/webhook-1");

        var ready = await app.As("anyone", Role.Auditor).GetAsync("health/ready");
        Assert.Equal((200, "degraded"), (ready.Code, ready.Json.GetProperty("status").GetString()));
        string Said(string part) => ready.Json.GetProperty("checks").GetProperty(part).GetString()!;
        Assert.All(["sweep", "rounds", "relay", "queues"], part => Assert.True(Said(part).Length > 40, part));
        Assert.Equal("ok", Said("documentStore"));
        Assert.DoesNotContain("2021-7", ready.Text, StringComparison.Ordinal);

        var details = (await app.As("admin", Role.Administrator).GetAsync("health/details")).Json.GetProperty("checks");
        Assert.Equal("2021-7 in Bidding since 2021-03-23T23:00:00Z: DeadlinePassed", details.GetProperty("rounds").GetProperty("detail").GetString());
        Assert.Equal("webhook-inbox-poison: 1", details.GetProperty("queues").GetProperty("detail").GetString());
        Assert.StartsWith("4 documents", details.GetProperty("relay").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_503_with_what_to_do_and_no_message_of_its_own()
    {
        await using var app = await TestApp.StartAsync(Morning, adapters: services => services.AddSingleton<IPlatformPart>(new BrokenPart("ledger")));
        var ready = await app.As("anyone", Role.Auditor).GetAsync("health/ready");

        Assert.Equal((503, "unhealthy"), (ready.Code, ready.Json.GetProperty("status").GetString()));
        Assert.Equal(
            "does not answer (StoreUnavailableException); requests wait. Mend it", ready.Json.GetProperty("checks").GetProperty("ledger").GetString());
        Assert.DoesNotContain("account key", ready.Text, StringComparison.Ordinal);
        Assert.Equal("ok", ready.Json.GetProperty("checks").GetProperty("documentStore").GetString());
    }

    /// <summary>A fake: fails as a store does whose connection string is wrong.</summary>
    private sealed class BrokenPart(string name) : IPlatformPart
    {
        public string Name => name;

        public string Consequence => "requests wait. Mend it";

        public Task<PartFinding> LookAsync(CancellationToken cancellationToken) => throw new StoreUnavailableException("Refused the account key.");
    }
}
