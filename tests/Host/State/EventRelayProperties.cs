using CsCheck;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Tests.Host.Golden;

namespace Samkjop.Tests.Host.State;

public sealed class EventRelayProperties
{
    private const string RoundId = "2021-1";

    private static readonly Instant At = Instant.FromUtc(2021, 4, 1, 8, 0);

    private static readonly Gen<int[]> Crashes = Gen.Int[1, 120].Array[0, 12];

    /// <summary>Events per document, crashes before and after calls of the first relay's life, and of a second that runs beside it.</summary>
    private static readonly Gen<(int[] Events, int[] Before, int[] After)> Cases =
        Gen.Select(Gen.Int[0, 5].Array[1, 5], Crashes, Crashes);

    private static Ledger LedgerWith(string id, int events, Ledger? earlier = null) => (earlier ?? Ledger.Empty).Record(
        [.. Enumerable.Range(1, events).Select(n => new AttemptRefused("Test", id, $"{(earlier?.LastSequence ?? 0) + n}"))], At, Actor.Platform("test"), null);

    private static async Task GivenAsync(StoreFixture fixture, int[] eventsPerDocument)
    {
        for (var i = 0; i < eventsPerDocument.Length; i++)
        {
            var id = $"need-{i}";
            if (i % 2 == 0)
            {
                await fixture.Store.CreateAsync(Filled.Of<Need>() with { RoundId = RoundId, NeedId = id, Ledger = LedgerWith(id, eventsPerDocument[i]) });
            }
            else
            {
                id = $"lot-{i}";
                await fixture.Store.CreateAsync(Filled.Of<Lot>() with { RoundId = RoundId, LotId = id, Ledger = LedgerWith(id, eventsPerDocument[i]) });
            }
        }
    }

    /// <summary>Relays until it comes through, as the sweep does.</summary>
    private static async Task RelayUntilDoneAsync(IDocumentStore store)
    {
        while (true)
        {
            try
            {
                await new EventRelay(store, new AuditLog(store)).RelayPendingAsync();
                return;
            }
            catch (StoreUnavailableException)
            {
                // The process died here; the next sweep begins anew.
            }
        }
    }

    private static async Task AssertEachOnceInOrderAsync(StoreFixture fixture, int expected)
    {
        var entries = await fixture.Store.AllAsync<AuditEntry>(RoundId).Select(e => e.Document).ToListAsync();
        Assert.Equal(expected, entries.Count);
        Assert.Equal(Enumerable.Range(1, expected).Select(n => (long)n), entries.Select(e => e.Number));
        Assert.Equal(expected, entries.Select(e => e.Source).Distinct(StringComparer.Ordinal).Count());
        foreach (var document in entries.GroupBy(e => ((AttemptRefused)e.Event).Subject))
        {
            Assert.Equal(Enumerable.Range(1, document.Count()).Select(n => $"{n}"), document.Select(e => ((AttemptRefused)e.Event).Code));
        }

        Assert.Empty((await fixture.Store.ListAcrossAsync<Need>(new DocumentQuery(Mark: Marks.Pending))).Items);
        Assert.Empty((await fixture.Store.ListAcrossAsync<Lot>(new DocumentQuery(Mark: Marks.Pending))).Items);
    }

    [Fact]
    public async Task Wherever_it_crashes_each_event_ends_in_the_log_once_and_in_order() => await Cases.SampleAsync(
        async c =>
        {
            await using var fixture = new StoreFixture();
            await GivenAsync(fixture, c.Events);
            await RelayUntilDoneAsync(new CrashingStore(fixture.Store, c.Before.ToHashSet(), c.After.ToHashSet()));
            await AssertEachOnceInOrderAsync(fixture, c.Events.Sum());
        },
        iter: 60, threads: 1);

    [Fact]
    public async Task Two_relays_beside_each_other_write_each_event_once_and_in_order() => await Cases.SampleAsync(
        async c =>
        {
            await using var fixture = new StoreFixture();
            await GivenAsync(fixture, c.Events);
            await Task.WhenAll(
                Task.Run(() => RelayUntilDoneAsync(new CrashingStore(fixture.Store, c.Before.ToHashSet(), new HashSet<int>()))),
                Task.Run(() => RelayUntilDoneAsync(new CrashingStore(fixture.Store, new HashSet<int>(), c.After.ToHashSet()))));
            await AssertEachOnceInOrderAsync(fixture, c.Events.Sum());
        },
        iter: 30, threads: 1);

    [Fact]
    public async Task Events_decided_while_it_relays_follow()
    {
        await using var fixture = new StoreFixture();
        await GivenAsync(fixture, [3]);
        var relay = new EventRelay(fixture.Store, new AuditLog(fixture.Store));
        var relaying = Task.Run(() => relay.RelayAsync(Need.Kind, RoundId, "need-0"), TestContext.Current.CancellationToken);
        for (var decided = 0; decided < 10;)
        {
            var stored = (await fixture.Store.FindAsync<Need>(RoundId, "need-0", TestContext.Current.CancellationToken))!;
            try
            {
                await fixture.Store.ReplaceAsync(
                    stored.Document.With(LedgerWith("need-0", 1, stored.Document.Ledger)), stored.ETag, TestContext.Current.CancellationToken);
                decided++;
            }
            catch (DocumentChangedException)
            {
                // The relay was first; decide again.
            }
        }

        await relaying;
        await RelayUntilDoneAsync(fixture.Store);
        await AssertEachOnceInOrderAsync(fixture, 13);
    }

    [Fact]
    public async Task Relaying_leaves_the_version_that_a_caller_read_valid()
    {
        await using var fixture = new StoreFixture();
        await GivenAsync(fixture, [1]);
        var read = (await fixture.Store.FindAsync<Need>(RoundId, "need-0", TestContext.Current.CancellationToken))!;
        await RelayUntilDoneAsync(fixture.Store);

        var aggregates = new Aggregates(fixture.Store);
        Task<Outcome<Need>> Decide(string etag) => aggregates.DecideAsync<Need>(
            RoundId, "need-0", new CommandContext(Actor.Platform("test"), At, IfMatch: etag),
            need => Decision.Accept(need with { AgencyId = "bym" }, new AttemptRefused("Test", "need-0", "2")), TestContext.Current.CancellationToken);

        Assert.IsType<Outcome<Need>.Accepted>(await Decide(read.ETag));
        Assert.IsType<Outcome<Need>.Refused>(await Decide(read.ETag));
    }

    [Fact]
    public void Every_aggregate_is_relayed()
    {
        var aggregates = typeof(IDocument).Assembly.GetTypes()
            .Where(t => t.IsClass && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAggregate<>)))
            .Select(t => (string)t.GetProperty(nameof(IDocument.Kind))!.GetValue(null)!);

        Assert.Equal(aggregates.Order(StringComparer.Ordinal), RelayedKind.All.Select(k => k.Kind).Order(StringComparer.Ordinal));
    }
}
