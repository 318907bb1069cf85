using System.Text.Json;
using NodaTime;

namespace Samkjop.Tests.Host.Needs;

/// <summary>From needs to lots, through the calendar and the round's orchestration.</summary>
public sealed class LockingTests
{
    [Fact]
    public async Task Approved_needs_become_explained_lots_and_the_others_go_to_the_next_round()
    {
        await using var round = await SpringRound.WithLotsAsync();

        Assert.Equal("awaitingInvitation", await round.PhaseAsync());
        var lots = (await round.Officer.GetAsync("rounds/2021-1/lots")).Json.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(9, lots.Sum(lot => lot.GetProperty("totalQuantity").GetInt32()));
        Assert.All(lots, lot => Assert.True(lot.GetProperty("requirements").GetProperty("zeroEmission").GetBoolean()));
        Assert.All(lots, lot => Assert.NotEqual("", lot.GetProperty("placement").GetProperty("no").GetString()));
        Assert.All(
            lots.SelectMany(lot => lot.GetProperty("lines").EnumerateArray()),
            line => Assert.NotEqual("", line.GetProperty("explanation").GetProperty("no").GetString()));

        var needs = (await round.Auditor.GetAsync("rounds/2021-1/needs")).Json.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["deferred", "pinned", "pinned", "pinned"], needs.Select(need => need.GetProperty("state").GetString()).Order(StringComparer.Ordinal));
        Assert.All(needs.Where(IsPinned), need => Assert.StartsWith("lot-", need.GetProperty("lotId").GetString(), StringComparison.Ordinal));
        var deferred = needs.Single(need => !IsPinned(need)).GetProperty("needId").GetString();
        var told = (await round.OtherReporter.GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").EnumerateArray().Single();
        Assert.Equal($"deferred-{deferred}", told.GetProperty("messageId").GetString());
        Assert.Empty((await round.Reporter.GetAsync("rounds/2021-1/messages")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Ceilings_are_seen_by_their_own_agency_and_officers_only()
    {
        await using var round = await SpringRound.WithLotsAsync();

        var mine = await Ceilings(round.Reporter);
        Assert.Equal(2, mine.Count(ceiling => ceiling.Agency == "bym" && ceiling.Seen));
        Assert.DoesNotContain(mine, ceiling => ceiling.Agency == "ren" && ceiling.Seen);
        Assert.All(await Ceilings(round.Officer), ceiling => Assert.True(ceiling.Seen));
        Assert.Equal(404, (await round.Supplier("bilco").GetAsync("rounds/2021-1/lots")).Code);

        static async Task<(string Agency, bool Seen)[]> Ceilings(TestCaller caller) =>
            [.. (await caller.GetAsync("rounds/2021-1/lots")).Json.GetProperty("items").EnumerateArray().SelectMany(lot => lot.GetProperty("lines").EnumerateArray())
                .Select(line => (line.GetProperty("agencyId").GetString()!, line.TryGetProperty("priceCeiling", out _)))];
    }

    [Fact]
    public async Task Between_a_soft_deadline_and_the_lock_needs_are_late_and_after_it_the_next_round_is_named()
    {
        await using var round = await SpringRound.OpenAsync();
        await SpringRound.Created(round.Officer.PutAsync("plans/2021-2", SpringRound.Plan(needsOpen: "2021-08-16", needsDeadline: "2021-09-30T16:00:00")));

        await round.App.AdvanceToAsync(SpringRound.AfterTheDeadline);
        var late = await SpringRound.Created(round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need()));
        Assert.True(late.Json.GetProperty("late").GetBoolean());

        await round.App.AdvanceToAsync(SpringRound.LotsAreLocked);
        var refused = await round.Reporter.PostAsync("rounds/2021-1/needs", SpringRound.Need());
        Assert.Equal((409, "needs-closed"), (refused.Code, refused.Problem));
        Assert.Contains("2021-2", refused.Json.GetProperty("detailNo").GetString(), StringComparison.Ordinal);
        Assert.Contains("Monday 16 August 2021", refused.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_without_approved_needs_closes_and_says_why()
    {
        await using var round = await SpringRound.OpenAsync();
        await round.App.AdvanceToAsync(SpringRound.LotsAreLocked);

        var closed = (await round.Officer.GetAsync("rounds/2021-1")).Json;
        Assert.Equal("closed", closed.GetProperty("phase").GetString());
        Assert.Contains("nothing to buy", closed.GetProperty("closedBecause").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opening_that_was_missed_is_caught_up()
    {
        await using var round = await SpringRound.PlannedAsync(new LocalDateTime(2021, 4, 28, 23, 30));

        Assert.Equal(404, (await round.Officer.GetAsync("rounds/2021-1")).Code);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 4, 29, 0, 30));
        Assert.Equal("collectingNeeds", await round.PhaseAsync());
    }

    private static bool IsPinned(JsonElement need) => need.GetProperty("state").GetString() == "pinned";
}
