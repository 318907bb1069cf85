using NodaTime;
using Samkjop.Agencies;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Cancellations;

public sealed class CancellationEndpointTests
{
    private const string Cancellation = "rounds/2021-1/cancellation";
    private static readonly object Body = new { reason = new { no = "Behovet er falt bort.", en = "The need has gone." } };

    [Fact]
    public async Task A_cancelled_round_closes_all_are_told_why_and_sealed_bids_stay_sealed()
    {
        await using var round = await SealedRound.StartAsync();
        await round.App.As("admin", Role.Administrator).PutAsync("agencies/bym", new { name = "Bymiljøetaten" });
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());

        var cancelled = await round.Officer.PostAsync(Cancellation, Body);
        await round.App.SettleAsync();

        Assert.True(cancelled.Code == 200, cancelled.Text);
        Assert.Equal((RoundPhase.Closed, null), ((await round.RoundAsync()).Phase, (await round.RoundAsync()).OpenedAt));
        foreach (var reader in new[] { round.Bertel, round.Harald, round.App.As("kari", Role.NeedReporter, agency: "bym") })
        {
            Assert.Contains("Behovet er falt bort.", (await reader.GetAsync("rounds/2021-1/messages")).Text, StringComparison.Ordinal);
            Assert.Contains("Behovet er falt bort.", (await reader.GetAsync("rounds/2021-1")).Text, StringComparison.Ordinal);
        }

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, 12, 5));
        Assert.Equal((409, "round-cancelled"), await CodeOf(round.ApproveAsync("opener-1")));
        Assert.Equal((409, "round-cancelled"), await CodeOf(SealedRound.BeginAsync(round.Harald)));
        Assert.Equal((409, "round-cancelled"), await CodeOf(round.Officer.PostAsync(Cancellation, Body)));
        Assert.Equal((403, "bids-sealed"), await CodeOf(round.Officer.GetAsync("rounds/2021-1/bids")));
        Assert.DoesNotContain("bertel", (await round.Auditor.GetAsync("rounds/2021-1/audit")).Text, StringComparison.Ordinal);
        Assert.Contains(await round.AuditAsync(), e => e is { By.Id: "officer", Event: RoundCancelled { During: RoundPhase.Bidding } });
    }

    [Fact]
    public async Task A_round_is_cancelled_while_needs_are_taken_and_while_it_is_evaluated_but_not_without_a_reason()
    {
        await using var collecting = await SpringRound.OpenAsync();
        Assert.Equal((422, "invalid-cancellation"), await CodeOf(collecting.Officer.PostAsync(Cancellation, new { reason = new { no = " ", en = "x" } })));
        Assert.Equal((403, "not-named-for-round"), await CodeOf(collecting.OtherOfficer.PostAsync(Cancellation, Body)));
        Assert.Equal(200, (await collecting.Officer.PostAsync(Cancellation, Body)).Code);
        await collecting.App.SettleAsync();
        Assert.Equal("closed", await collecting.PhaseAsync());

        await using var evaluating = await SealedRound.StartAsync();
        await evaluating.BidAsync(evaluating.Bertel, SealedRound.SheetJson());
        await evaluating.OpenAsync();
        Assert.Equal(RoundPhase.Evaluating, (await evaluating.RoundAsync()).Phase);
        Assert.Equal((403, "role-required"), await CodeOf(evaluating.Bertel.PostAsync(Cancellation, Body)));
        Assert.Equal(200, (await evaluating.Officer.PostAsync(Cancellation, Body)).Code);
        await evaluating.App.SettleAsync();
        Assert.Equal(RoundPhase.Closed, (await evaluating.RoundAsync()).Phase);
    }

    [Fact]
    public async Task The_worst_of_the_real_backends_changes_nothing()
    {
        var calm = await OutcomeAsync(new DurableEngineOptions(), hostile: null);

        Assert.Equal(calm, await OutcomeAsync(
            new DurableEngineOptions { ReplayEveryTurn = true, Hostile = new HostileMode { Seed = 7, RepeatActivity = 0.5 } },
            new HostileTriggers { DropEveryFeedBatch = 2, RepeatEveryMessage = 2 }));
    }

    private static async Task<string> OutcomeAsync(DurableEngineOptions engine, HostileTriggers? hostile)
    {
        await using var round = await SealedRound.StartAsync(engine, hostile);
        await round.App.Store.CreateAsync(new Agency("bym", "Bymiljøetaten"));
        await round.Officer.PostAsync(Cancellation, Body, "same");
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 12, 14, 0));
        return (await round.Officer.GetAsync("rounds/2021-1")).Text + (await round.Officer.GetAsync("rounds/2021-1/messages")).Text;
    }

    private static async Task<(int, string?)> CodeOf(Task<Answer> answering)
    {
        var answer = await answering;
        return (answer.Code, answer.Problem);
    }
}
