using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Evaluations;

/// <summary>Two evaluators who judge independently, over HTTP.</summary>
public sealed class IndependentEvaluationTests
{
    private const string Evaluations = $"{RankedLot.Lot}/evaluations";

    [Fact]
    public async Task Points_show_once_both_have_given_theirs_and_what_they_agree_on_counts()
    {
        await using var round = await OpenedAsync();
        var second = Second(round);
        await GiveAsync(round.Evaluator, "bid-bertel", 5);
        await GiveAsync(round.Evaluator, "bid-harald", 8);
        await GiveAsync(second, "bid-bertel", 5);

        var (before, own) = (await round.Auditor.GetAsync(Evaluations), await second.GetAsync(Evaluations));
        var early = await AgreeAsync(second, 6);
        await GiveAsync(second, "bid-harald", 4);
        var after = await second.GetAsync(Evaluations);
        var changed = await second.PostAsync(Evaluations, RankedLot.Body("bid-harald", 8));
        var unsettled = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");
        var proposed = await AgreeAsync(round.Evaluator, 6);
        var agreed = await AgreeAsync(second, 6);
        var ranked = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");

        Assert.DoesNotContain("Rekker langt nok.", before.Text, StringComparison.Ordinal);
        Assert.Equal(1, Count(own.Text, "Rekker langt nok."));
        Assert.Equal(4, Count(after.Text, "Rekker langt nok."));
        Assert.Contains("\"difference\":4", after.Text, StringComparison.Ordinal);
        Assert.Equal([(409, "nothing-to-agree-on"), (409, "points-stand"), (409, "points-not-agreed")], new[] { early, changed, unsettled }.Select(a => (a.Code, a.Problem!)));
        Assert.Equal([200, 200, 200], new[] { proposed, agreed, ranked }.Select(a => a.Code));
        Assert.Equal(6m, (await round.LotAsync("lot-1")).Ranking!.Bids.Single(b => b.BidId == "bid-harald").Criteria[1].Points);
    }

    [Fact]
    public async Task The_audit_log_gives_nobody_the_points_before_their_time()
    {
        await using var round = await OpenedAsync();
        await GiveAsync(round.Evaluator, "bid-bertel", 5.25m);
        await round.App.SettleAsync();

        var log = await round.Auditor.GetAsync($"rounds/{SealedRound.RoundId}/audit?pageSize=200");

        Assert.Contains(nameof(BidScoredIndependently), log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("5.25", log.Text, StringComparison.Ordinal);
    }

    private static async Task<SealedRound> OpenedAsync()
    {
        var round = await RankedLot.OpenedAsync(asPlanned => asPlanned with
        {
            Settings = asPlanned.Settings with { IndependentEvaluation = true },
            People = asPlanned.People with { Evaluators = ["evaluator", "evaluator-2"] },
        });
        await round.DeclareAsync(Second(round));
        return round;
    }

    private static TestCaller Second(SealedRound round) => round.App.As("evaluator-2", Role.Evaluator);

    private static async Task GiveAsync(TestCaller evaluator, string bidId, decimal points) =>
        Assert.Equal(200, (await evaluator.PostAsync(Evaluations, RankedLot.Body(bidId, points))).Code);

    private static Task<Answer> AgreeAsync(TestCaller evaluator, decimal points) => evaluator.PostAsync(
        $"{Evaluations}/bid-harald/agreement", new { points = new[] { new { criterionId = "range", points, reason = "Enige etter samtale." } } });

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
