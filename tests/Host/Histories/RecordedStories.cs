using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using Samkjop.Tests.Host.Rounds;

namespace Samkjop.Tests.Host.Histories;

/// <summary>What is played for the recordings: the round from plan to protocol, and the branches that it leaves out.</summary>
internal static class RecordedStories
{
    private static readonly LocalDateTime FirstReminder = new(2021, 9, 30, 9, 0);

    /// <summary>Plays every story.</summary>
    public static async Task<IReadOnlyList<RecordedHistory>> PlayAsync()
    {
        var recorder = new HistoryRecorder();
        await WholeRound.PlayAsync(recorder.Engine);
        await WithoutBidsAsync(recorder.Engine);
        await ReturnedAndOverdueAsync(recorder.Engine);
        await DisputedAward.PlayAsync(recorder.Engine);
        return recorder.Distinct();
    }

    /// <summary>Nobody bids: every lot ends without an award.</summary>
    private static async Task WithoutBidsAsync(DurableEngineOptions engine)
    {
        await using var round = await SpringRound.ReadyAsync(engine);
        await SpringRound.Created(round.Officer.PostAsync("rounds/2021-1/invitation", new { closesOn = "2021-05-18" }));
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 18, 13, 0));
        foreach (var opener in (string[])["en", "to"])
        {
            var caller = round.App.As(opener, People.Role.Opener);
            Assert.Equal(200, (await caller.PostAsync("rounds/2021-1/impartiality-declarations", new { impartial = true })).Code);
            Assert.Equal(200, (await caller.PostAsync("rounds/2021-1/opening/approvals")).Code);
        }

        await round.App.SettleAsync();
        Assert.Equal(200, (await round.Officer.PostAsync("rounds/2021-1/impartiality-declarations", new { impartial = true })).Code);
        foreach (var lotId in (await round.App.Store.FindAsync<Round>("2021-1", "round"))!.Document.LotIds)
        {
            Assert.Equal(200, (await round.Officer.PostAsync(
                $"rounds/2021-1/lots/{lotId}/outcome", new { outcome = "close", reason = new { no = "Ingen gav tilbud.", en = "Nobody bid." } })).Code);
        }

        await round.App.SettleAsync();
        Assert.Equal("closed", await round.PhaseAsync());
    }

    /// <summary>A proposal is returned and made again, one lot has no award, the supplier is late and is reminded.</summary>
    private static async Task ReturnedAndOverdueAsync(DurableEngineOptions engine)
    {
        await using var round = await AwardingRound.StartAsync(engine, withEmptyLot: true);
        var lot = $"rounds/{AwardingRound.Id}/lots/lot-1";
        Assert.Equal(200, (await round.Officer.PostAsync($"{lot}/award-proposal", new { bidId = "bid-beta", reason = "Best totalt." })).Code);
        Assert.Equal(200, (await round.Decider.PostAsync($"{lot}/award-decision", new { approve = false, reason = "Begrunn bedre." })).Code);
        await round.App.SettleAsync();
        await round.OrderAsync();
        await round.App.AdvanceToAsync(FirstReminder);
        await round.AssertNothingFailedAsync();
    }
}
