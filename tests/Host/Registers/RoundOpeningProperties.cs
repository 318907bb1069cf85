using System.Collections.Concurrent;
using CsCheck;
using NodaTime;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Functions.Purchasing.Plans;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Tests.Host.State;

namespace Samkjop.Tests.Host.Registers;

/// <summary>However often the timer fires, alone or twice at once, and wherever it is cut short, each planned round opens exactly once.</summary>
public sealed class RoundOpeningProperties
{
    private static readonly Instant Day = Instant.FromUtc(2021, 4, 28, 22, 0);

    private static readonly PurchasingSystem System = new("dps-3500", new Text("a", "b"), [VehicleClass.SmallVan], ZeroEmissionRequired: true);

    [Fact]
    public async Task Each_round_opens_exactly_once() =>
        await Gen.Select(Gen.Int[1, 3], Gen.Int[0, 12].Array[0, 3], Gen.Int[1, 12].Array[0, 3], Gen.Bool).SampleAsync(
            async (plans, before, after, twice) => await OpensOnceAsync(plans, [.. before], [.. after], twice), iter: 25, threads: 1);

    private static async Task OpensOnceAsync(int plans, HashSet<int> before, HashSet<int> after, bool twice)
    {
        await using var fixture = new StoreFixture();
        for (var i = 1; i <= plans; i++)
        {
            await fixture.Store.CreateAsync(Plan($"2021-{i}"), TestContext.Current.CancellationToken);
        }

        var crashing = new CrashingStore(fixture.Store, before, after);
        var started = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        for (var firing = 0; firing < 10; firing++)
        {
            await Task.WhenAll(Enumerable.Range(0, twice ? 2 : 1).Select(_ => FireAsync(crashing, Day + Duration.FromHours(firing), started)));
        }

        await FireAsync(fixture.Store, Day + Duration.FromHours(10), started);
        for (var i = 1; i <= plans; i++)
        {
            var round = await fixture.Store.FindAsync<Round>($"2021-{i}", "round", TestContext.Current.CancellationToken);
            var plan = await fixture.Store.FindAsync<PlannedRound>($"2021-{i}", "plan", TestContext.Current.CancellationToken);
            Assert.Equal(RoundPhase.CollectingNeeds, round!.Document.Phase);
            Assert.Single(round.Document.Ledger.Pending);
            Assert.NotNull(plan!.Document.OpenedAt);
            Assert.Equal(1, started[$"2021-{i}"]);
        }
    }

    /// <summary>As the trigger does it: looks whether the orchestration is there, and starts it if not.</summary>
    private static async Task FireAsync(IDocumentStore store, Instant now, ConcurrentDictionary<string, int> started)
    {
        try
        {
            await new PlannedRoundOpener(store, new Aggregates(store), new NeedCarrier(store, new Aggregates(store))).OpenDueAsync(
                now,
                (roundId, _) =>
                {
                    started.TryAdd(roundId, 1);
                    return Task.CompletedTask;
                },
                TestContext.Current.CancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // Cut short: the next occurrence takes it up.
        }
    }

    private static PlannedRound Plan(string roundId) => new(
        roundId, new Text("Elbiler", "Electric vehicles"), System.PurchasingSystemId, new LocalDate(2021, 4, 29), new LocalDateTime(2021, 4, 30, 16, 0),
        LotsLock: null, RoundSettings.Default, new RoundPeople(["a"], ["b", "c", "d"], ["e"], ["f"], ["g"]));
}
