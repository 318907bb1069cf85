using CsCheck;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Serialization;
using Samkjop.State;
using Samkjop.Tests.Host.State;

namespace Samkjop.Tests.Host.Needs;

/// <summary>However often the steps of consolidation are cut short and repeated, every approved need is pinned once and stands in one lot.</summary>
public sealed class ConsolidationProperties
{
    private static readonly Instant Noon = Instant.FromUtc(2021, 5, 3, 10, 0);

    private static readonly PurchasingSystem System = new("dps-3500", new Text("a", "b"), [VehicleClass.SmallVan, VehicleClass.LargeVan], ZeroEmissionRequired: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_approved_need_is_pinned_once_and_stands_in_one_lot() => await Gen.Select(
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Int[1, 900]).Array[0, 6], Gen.Int[1, 60].Array[0, 6], Gen.Int[1, 60].Array[0, 6]).SampleAsync(
        async (rows, before, after) =>
        {
            var calm = await ConsolidateAsync(rows, [], []);
            var disturbed = await ConsolidateAsync(rows, [.. before], [.. after]);
            Assert.Equal(calm, disturbed);
        },
        iter: 20, threads: 1);

    private static async Task<string> ConsolidateAsync((int State, bool Large, int Range)[] rows, HashSet<int> before, HashSet<int> after)
    {
        await using var fixture = new StoreFixture();
        await fixture.Store.CreateAsync(System, Cancel);
        await fixture.Store.CreateAsync(Round, Cancel);
        foreach (var (i, row) in rows.Index())
        {
            await fixture.Store.CreateAsync(NeedOf($"need-bym-{i}", row.State, row.Large, row.Range), Cancel);
        }

        var store = new CrashingStore(fixture.Store, before, after);
        var aggregates = new Aggregates(store);
        var clock = new FakeTimeProvider(Noon.ToDateTimeOffset());
        await PatientlyAsync(() => new PinNeeds(aggregates, store, new NeedCarrier(store, aggregates), clock).RunAsync("2021-1", Cancel));
        await PatientlyAsync(() => new FormLots(aggregates, store, clock).RunAsync("2021-1", Cancel));
        await PatientlyAsync(() => new LockLots(aggregates, store, clock).RunAsync("2021-1", Cancel));

        var needs = await AllAsync<Need>(fixture.Store, "need-");
        var lots = await AllAsync<Lot>(fixture.Store, "lot-");
        foreach (var (i, need) in needs.Index())
        {
            var approved = rows[i].State == 2;
            Assert.Equal(approved ? 1 : 0, need.Ledger.Pending.Count(e => e.Event is NeedPinned));
            Assert.Equal(approved ? 1 : 0, lots.Count(lot => lot.LotId == need.LotId && lot.Content.Lines.Any(line => line.NeedId == need.NeedId)));
            Assert.Equal(approved ? 1 : 0, lots.Sum(lot => lot.Content.Lines.Count(line => line.NeedId == need.NeedId)));
        }

        var round = (await fixture.Store.FindAsync<Round>("2021-1", "round", Cancel))!.Document;
        Assert.Equal(lots.Count == 0 ? RoundPhase.Closed : RoundPhase.AwaitingInvitation, round.Phase);
        return CanonicalJson.Sha256(new { needs, lots, round });
    }

    /// <summary>As the engine does it: again until it succeeds, and once more after that.</summary>
    private static async Task PatientlyAsync(Func<Task> activity)
    {
        for (var successes = 0; successes < 2;)
        {
            try
            {
                await activity();
                successes++;
            }
            catch (StoreUnavailableException)
            {
                // Tried again, as by a retry policy.
            }
        }
    }

    private static async Task<List<T>> AllAsync<T>(IDocumentStore store, string prefix)
        where T : class, IDocument
    {
        var all = new List<T>();
        await foreach (var item in store.AllAsync<T>("2021-1", prefix, Cancel))
        {
            all.Add(item.Document);
        }

        return all;
    }

    private static Round Round { get; } = new()
    {
        RoundId = "2021-1",
        Title = new Text("Elbiler", "Electric vehicles"),
        PurchasingSystemId = System.PurchasingSystemId,
        Phase = RoundPhase.Consolidating,
        Settings = RoundSettings.Default,
        People = new RoundPeople(["a"], ["b", "c", "d"], ["e"], ["f"], ["g"]),
        Needs = new NeedsWindow(Noon - Duration.FromDays(30), Noon - Duration.FromDays(3), Noon),
    };

    private static Need NeedOf(string needId, int state, bool large, int range) => new()
    {
        RoundId = "2021-1",
        NeedId = needId,
        AgencyId = "bym",
        Content = new NeedContent(
            range % 9 + 1, large ? VehicleClass.LargeVan : VehicleClass.SmallVan, VehicleRequirements.None with { MinimumRangeKm = range }, null, "Oslo", null),
        Version = 1,
        State = state switch { 0 => NeedState.Reported, 1 => NeedState.Withdrawn, _ => NeedState.Approved },
        ReportedAt = Noon - Duration.FromDays(9),
        ReportedBy = "kari",
        Approval = state == 2 ? new NeedApproval("ola", Noon - Duration.FromDays(8), 400_000m, 1) : null,
    };
}
