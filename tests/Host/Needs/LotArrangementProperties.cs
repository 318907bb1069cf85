using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Samkjop.Functions.Purchasing.Lots;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Serialization;
using Samkjop.State;
using Samkjop.Tests.Host.State;

namespace Samkjop.Tests.Host.Needs;

/// <summary>However often bringing documents to the adjustments is cut short, in the end every lot and need says what the round decided.</summary>
public sealed class LotArrangementProperties
{
    private static readonly Instant Noon = Instant.FromUtc(2021, 5, 3, 10, 0);
    private static readonly Caller Officer = new("andre", [Role.ProcurementOfficer]);
    private static readonly PurchasingSystem System = new("dps-3500", new Text("a", "b"), [VehicleClass.SmallVan], ZeroEmissionRequired: true);
    private static readonly int[] Ranges = [100, 150, 220, 260, 320, 350];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lots_and_needs_follow_the_round_after_any_crash() => await Gen.Select(
        Gen.Select(Gen.Enum<LotAdjustmentKind>(), Gen.Int[0, 5], Gen.Int[1, 6], Gen.Int[1, 6]).Array[1, 6], Gen.Int[1, 80].Array[0, 5], Gen.Int[1, 80].Array[0, 5]).SampleAsync(
        async (steps, before, after) =>
        {
            await using var fixture = new StoreFixture();
            var calm = await PrepareAsync(fixture);
            var store = new CrashingStore(fixture.Store, before.ToHashSet(), after.ToHashSet());
            var shaky = ArrangerOf(store);
            foreach (var (kind, need, lot, into) in steps)
            {
                var round = await fixture.Store.RequiredRoundAsync("2021-1", Cancel);
                var proposed = await calm.ProposalAsync(round, Cancel);
                var command = new AdjustLots(kind, [$"need-bym-{need}"], $"lot-{lot}", kind is LotAdjustmentKind.Include ? null : $"lot-{into}", null, null, "Fordi", CloseRound: false, Officer, Noon);
                await new Aggregates(fixture.Store).DecideAsync<Round>(
                    "2021-1", "round", new CommandContext(Officer.Actor, Noon), current => LotAdjusting.Adjust(current, System, proposed, command), Cancel);
                await TryAsync(() => shaky.ArrangeAsync("2021-1", Noon, Cancel));
            }

            await calm.ArrangeAsync("2021-1", Noon, Cancel);
            await AssertFollowsAsync(fixture, calm);
        },
        iter: 12, threads: 1);

    private static async Task AssertFollowsAsync(StoreFixture fixture, LotArranger arranger)
    {
        var store = fixture.Store;
        var round = await store.RequiredRoundAsync("2021-1", Cancel);
        var division = LotDivision.After(await arranger.ProposalAsync(round, Cancel), round.LotAdjustments);
        var lots = await store.LotsAsync("2021-1", Cancel);
        Assert.Equal(round.LotIds.Order(StringComparer.Ordinal), lots.Select(lot => lot.LotId).Order(StringComparer.Ordinal));
        Assert.Equal(
            division.Lots.OrderBy(lot => lot.LotId, StringComparer.Ordinal).Select(CanonicalJson.Sha256),
            lots.OrderBy(lot => lot.LotId, StringComparer.Ordinal).Select(lot => CanonicalJson.Sha256(lot.Content)));
        var lotOf = division.Lots.SelectMany(lot => lot.Lines.Select(line => (line.NeedId, lot.LotId))).ToDictionary(pair => pair.NeedId, pair => pair.LotId, StringComparer.Ordinal);
        foreach (var need in await store.EveryAsync<Need>("2021-1", "need-", Cancel))
        {
            Assert.Equal(lotOf.GetValueOrDefault(need.NeedId), need.LotId);
            Assert.Equal(lotOf.ContainsKey(need.NeedId) ? NeedState.Pinned : NeedState.Deferred, need.State);
        }
    }

    private static async Task<LotArranger> PrepareAsync(StoreFixture fixture)
    {
        var store = fixture.Store;
        await store.CreateAsync(System, Cancel);
        var needs = Ranges.Select((range, i) => new Need
        {
            RoundId = "2021-1",
            NeedId = $"need-bym-{i}",
            AgencyId = "bym",
            Content = new NeedContent(i + 1, VehicleClass.SmallVan, VehicleRequirements.None with { MinimumRangeKm = range }, null, "Oslo", null),
            Version = 1,
            State = NeedState.Pinned,
            ReportedAt = Noon - Duration.FromDays(9),
            ReportedBy = "kari",
            Approval = new NeedApproval("ola", Noon - Duration.FromDays(8), 400_000m, 1),
        }).ToList();
        var lots = ((Samkjop.Purchasing.Consolidation.ConsolidationResult.Consolidated)LotFormation.Form(needs, System)).Lots;
        foreach (var lot in lots)
        {
            await store.CreateAsync(new Lot { RoundId = "2021-1", LotId = lot.LotId, Phase = LotPhase.Consolidated, Content = lot }, Cancel);
        }

        foreach (var need in needs)
        {
            await store.CreateAsync(need with { LotId = lots.Single(lot => lot.Lines.Any(line => line.NeedId == need.NeedId)).LotId }, Cancel);
        }

        await store.CreateAsync(
            new Round
            {
                RoundId = "2021-1",
                Title = new Text("Elbiler", "Electric vehicles"),
                PurchasingSystemId = System.PurchasingSystemId,
                Phase = RoundPhase.AwaitingInvitation,
                Settings = RoundSettings.Default,
                People = new RoundPeople(["andre"], ["b", "c", "d"], ["e"], ["f"], ["g"]),
                Needs = new NeedsWindow(Noon - Duration.FromDays(30), Noon - Duration.FromDays(3), Noon),
                LotIds = [.. lots.Select(lot => lot.LotId)],
            },
            Cancel);
        return ArrangerOf(store);
    }

    private static LotArranger ArrangerOf(IDocumentStore store) => new(store, new Aggregates(store), new EventRelay(store, new AuditLog(store)));

    private static async Task TryAsync(Func<Task> arrange)
    {
        try
        {
            await arrange();
        }
        catch (StoreUnavailableException)
        {
            // The process died here; the next adjustment or the invitation arranges again.
        }
    }
}
