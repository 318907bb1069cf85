using NodaTime;
using Samkjop.Audit;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Rounds;

/// <summary>Several rounds at once, under both purchasing systems: each keeps its needs, its deadlines, its suppliers and its log to itself.</summary>
public sealed class SeveralRoundsTests
{
    [Fact]
    public async Task Needs_go_to_the_round_whose_system_their_class_belongs_to()
    {
        await using var rounds = await TwoSystems.OpenAsync();
        var wrong = await rounds.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need(2, "heavyTruck"));
        Assert.Equal(422, wrong.Code);
        Assert.True(wrong.Json.GetProperty("errors").TryGetProperty("vehicleClass", out _));
        Assert.Equal(422, (await rounds.Reporter.PostAsync("rounds/2021-2/needs", SpringRound.Need(2))).Code);

        var light = await rounds.NeedAsync("2021-1", "smallVan");
        var heavy = await rounds.NeedAsync("2021-2", "heavyTruck");
        Assert.Equal([light], await rounds.Officer.IdsAsync("rounds/2021-1/needs", "needId"));
        Assert.Equal([heavy], await rounds.Officer.IdsAsync("rounds/2021-2/needs", "needId"));
        Assert.Equal(404, (await rounds.Officer.GetAsync($"rounds/2021-2/needs/{light}")).Code);
    }

    [Fact]
    public async Task Each_round_keeps_its_own_deadlines_and_lots()
    {
        await using var rounds = await TwoSystems.OpenAsync();
        await rounds.NeedAsync("2021-1", "smallVan");
        await rounds.NeedAsync("2021-2", "heavyTruck", 5);

        await rounds.App.AdvanceToAsync(SpringRound.LotsAreLocked);
        Assert.Equal(("awaitingInvitation", "collectingNeeds"), (await rounds.PhaseAsync("2021-1"), await rounds.PhaseAsync("2021-2")));
        Assert.Equal(409, (await rounds.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need())).Code);
        await rounds.NeedAsync("2021-2", "lightTruck", 3);

        await rounds.App.AdvanceToAsync(new LocalDateTime(2021, 5, 10, 12, 5));
        Assert.Equal("awaitingInvitation", await rounds.PhaseAsync("2021-2"));
        Assert.Equal(["lot-1"], await rounds.Officer.IdsAsync("rounds/2021-1/lots", "lotId"));
        Assert.Equal(["lot-1", "lot-2"], await rounds.Officer.IdsAsync("rounds/2021-2/lots", "lotId"));
    }

    [Fact]
    public async Task A_supplier_of_one_system_learns_nothing_of_the_other_round()
    {
        await using var rounds = await TwoSystems.OpenAsync();
        await rounds.NeedAsync("2021-1", "smallVan");
        await rounds.NeedAsync("2021-2", "heavyTruck");
        await rounds.App.AdvanceToAsync(new LocalDateTime(2021, 5, 10, 12, 5));
        await rounds.InviteAsync("2021-1", "2021-05-25");
        await rounds.InviteAsync("2021-2", "2021-05-26");

        foreach (var (supplier, own, other) in new[] { (rounds.Supplier("bilco"), "2021-1", "2021-2"), (rounds.HeavySupplier(), "2021-2", "2021-1") })
        {
            Assert.Equal([own], await supplier.IdsAsync("rounds", "roundId"));
            string[] doors = ["", "/invitation", "/messages", "/calendar.ics"];
            foreach (var door in doors)
            {
                Assert.Equal((door, 200), (door, (await supplier.GetAsync($"rounds/{own}{door}")).Code));
                Assert.Equal((door, 404), (door, (await supplier.GetAsync($"rounds/{other}{door}")).Code));
            }

            Assert.NotEqual(201, (await supplier.PostAsync($"rounds/{other}/bids")).Code);
        }
    }

    [Fact]
    public async Task What_happens_in_one_round_stands_in_its_own_log_only()
    {
        await using var rounds = await TwoSystems.OpenAsync();
        await rounds.NeedAsync("2021-2", "heavyTruck");
        await rounds.App.AdvanceToAsync(SpringRound.NeedsAreTaken.PlusHours(3));
        Assert.Contains(await LogAsync("2021-2"), e => e is NeedApproved);
        Assert.DoesNotContain(await LogAsync("2021-1"), e => e is NeedApproved or NeedReported);

        async Task<List<Decisions.DomainEvent>> LogAsync(string roundId) =>
            [.. (await rounds.App.Store.ListAsync<AuditEntry>(roundId, new DocumentQuery(PageSize: 500))).Items.Select(i => i.Document.Event)];
    }

    [Fact]
    public async Task Two_rounds_come_to_the_same_lots_on_the_worst_of_platforms()
    {
        var calm = await OutcomeAsync(new DurableEngineOptions(), hostile: null);
        Assert.Equal(calm, await OutcomeAsync(
            new DurableEngineOptions { ReplayEveryTurn = true, Hostile = new HostileMode { Seed = 3, RepeatActivity = 0.5 } },
            new HostileTriggers { DropEveryFeedBatch = 2, RepeatEveryMessage = 2 }));

        static async Task<string> OutcomeAsync(DurableEngineOptions engine, HostileTriggers? hostile)
        {
            await using var rounds = await TwoSystems.OpenAsync(engine, hostile);
            await rounds.NeedAsync("2021-1", "smallVan");
            await rounds.NeedAsync("2021-2", "heavyTruck", 5);
            await rounds.NeedAsync("2021-2", "lightTruck", 3);
            await rounds.App.AdvanceToAsync(new LocalDateTime(2021, 5, 10, 12, 30));
            return (await rounds.Officer.GetAsync("rounds/2021-1/lots")).Text + (await rounds.Officer.GetAsync("rounds/2021-2/lots")).Text;
        }
    }

    [Fact]
    public async Task What_comes_too_late_goes_to_the_next_round_of_the_same_system()
    {
        await using var rounds = await TwoSystems.OpenAsync();
        await SpringRound.Created(rounds.Officer.PutAsync("plans/2021-3", SpringRound.Plan("2021-09-30T16:00:00", "2021-08-16")));
        await rounds.NeedAsync("2021-1", "smallVan");
        var unapproved = (await SpringRound.Created(rounds.OtherReporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()))).Json.GetProperty("needId").GetString();
        await rounds.App.AdvanceToAsync(SpringRound.LotsAreLocked);
        var need = (await rounds.OtherReporter.GetAsync($"rounds/2021-1/needs/{unapproved}")).Json;
        Assert.Equal("2021-3", need.GetProperty("deferral").GetProperty("nextRoundId").GetString());
    }
}
