using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Evaluations;

/// <summary>From sealed bids to ranked lots on an engine that repeats activities, reorders messages, loses events and replays every turn.</summary>
public sealed class HostileRoundTests
{
    private const string Lot = $"rounds/{SealedRound.RoundId}/lots/lot-1";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_outcome_is_that_of_an_undisturbed_run(int seed)
    {
        await using var calm = await SealedRound.StartAsync();
        await using var hostile = await SealedRound.StartAsync(
            new DurableEngineOptions { ReplayEveryTurn = true, Hostile = new HostileMode { Seed = seed } }, new HostileTriggers { DropEveryFeedBatch = 3, RepeatEveryMessage = 2 });

        var expected = await RunAsync(calm);

        Assert.Equal(expected, await RunAsync(hostile));
    }

    /// <summary>The manifest's hash, the ranking and where the round is.</summary>
    private static async Task<(string Manifest, string Ranking, RoundPhase Phase)> RunAsync(SealedRound round)
    {
        await round.BidAsync(round.Bertel, SealedRound.SheetJson(420_000));
        await round.BidAsync(round.Harald, SealedRound.SheetJson(462_000));
        await round.CloseAsync();
        await round.ApproveAsync("opener-1");
        await round.ApproveAsync("opener-2");

        // A lost nudge is made good by the daily look.
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 23, 12, 0));
        await round.DeclareAsync(round.Evaluator);
        foreach (var (bid, points) in ((string, int)[])[("bid-bertel", 5), ("bid-harald", 8)])
        {
            var body = new { bidId = bid, points = new[] { new { criterionId = "range", points, reason = "Rekker langt nok." } } };
            Assert.Equal(200, (await round.Evaluator.PostAsync($"{Lot}/evaluations", body)).Code);
        }

        Assert.Equal(200, (await round.Evaluator.PostAsync($"{Lot}/ranking")).Code);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 24, 13, 0));
        var closed = await round.RoundAsync();
        return (closed.Manifest!.Sha256, string.Join(' ', (await round.LotAsync("lot-1")).Ranking!.Bids.Select(b => b.BidId)), closed.Phase);
    }
}
