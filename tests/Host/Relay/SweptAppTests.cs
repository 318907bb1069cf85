using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.Embedded.Functions;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Golden;

namespace Samkjop.Tests.Host.Relay;

/// <summary>The sweep within the whole app.</summary>
public sealed class SweptAppTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_change_feed_loses_the_next_sweep_relays()
    {
        await using var app = await TestApp.StartAsync(new LocalDateTime(2021, 5, 3, 10, 0), hostile: new HostileTriggers { DropEveryFeedBatch = 1 });
        await app.Store.CreateAsync(
            Filled.Of<Round>() with
            {
                RoundId = "2021-1", Phase = RoundPhase.Closed,
                Ledger = Ledger.Empty.Record([new AttemptRefused("Test", "a", "first")], app.Now, Actor.Platform("test"), null),
            },
            Cancel);
        await app.SettleAsync();
        Assert.Empty((await app.Store.ListAsync<AuditEntry>("2021-1", new DocumentQuery(), Cancel)).Items);

        await app.AdvanceToAsync(new LocalDateTime(2021, 5, 3, 10, 7));

        Assert.Single((await app.Store.ListAsync<AuditEntry>("2021-1", new DocumentQuery(), Cancel)).Items);
    }

    [Fact]
    public async Task A_round_without_its_orchestration_gets_it_at_the_next_sweep()
    {
        await using var app = await TestApp.StartAsync(new LocalDateTime(2021, 5, 3, 10, 0));
        await app.Store.CreateAsync(Filled.Of<Round>() with { RoundId = "2021-1", Phase = RoundPhase.AwaitingInvitation, Ledger = Ledger.Empty }, Cancel);
        Assert.Null(await app.App.Functions.DurableClient.GetInstanceAsync("round.2021-1", Cancel));

        await app.AdvanceToAsync(new LocalDateTime(2021, 5, 3, 10, 7));

        Assert.NotNull(await app.App.Functions.DurableClient.GetInstanceAsync("round.2021-1", Cancel));
    }
}
