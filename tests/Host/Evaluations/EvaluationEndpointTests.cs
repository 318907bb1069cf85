using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Evaluations;

public sealed class EvaluationEndpointTests
{
    [Fact]
    public async Task A_round_is_evaluated_lot_by_lot_until_it_goes_on_to_its_awards()
    {
        await using var round = await RankedLot.OpenedAsync();

        var early = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");
        var bertel = await RankedLot.PointsAsync(round, "bid-bertel", 5);
        var harald = await RankedLot.PointsAsync(round, "bid-harald", 8);
        var ranked = await round.Officer.PostAsync($"{RankedLot.Lot}/ranking");
        await round.App.SettleAsync();

        Assert.Equal((409, "not-all-scored"), (early.Code, early.Problem));
        Assert.Equal((200, 200, 200), (bertel.Code, harald.Code, ranked.Code));
        Assert.Equal(["bid-harald", "bid-bertel"], (await round.LotAsync("lot-1")).Ranking!.Bids.Select(b => b.BidId));
        Assert.Equal(LotPhase.WithoutBids, (await round.LotAsync("lot-2")).Phase);
        Assert.Equal(RoundPhase.Awarding, (await round.RoundAsync()).Phase);
    }

    [Fact]
    public async Task A_plug_in_hybrid_is_rejected_with_the_reason_and_gets_no_points()
    {
        await using var round = await RankedLot.OpenedAsync();

        var judged = (await round.Evaluator.GetAsync($"{RankedLot.Lot}/evaluations")).Json.GetProperty("items").EnumerateArray().Single(e => e.GetProperty("bidId").GetString() == "bid-maxus");
        var points = await RankedLot.PointsAsync(round, "bid-maxus", 9);

        Assert.False(judged.GetProperty("admissible").GetBoolean());
        Assert.Contains("plug-in hybrid", judged.GetProperty("rejectionReasons")[0].GetProperty("en").GetString()!, StringComparison.Ordinal);
        Assert.Equal((409, "bid-inadmissible"), (points.Code, points.Problem));
    }

    [Fact]
    public async Task Points_are_replaced_by_the_same_evaluator_until_the_lot_is_ranked()
    {
        await using var round = await RankedLot.OpenedAsync();
        await RankedLot.PointsAsync(round, "bid-harald", 8);
        await RankedLot.PointsAsync(round, "bid-bertel", 2);
        await RankedLot.PointsAsync(round, "bid-bertel", 10);

        var ranked = await round.Evaluator.PostAsync($"{RankedLot.Lot}/ranking");
        var late = await RankedLot.PointsAsync(round, "bid-bertel", 1);

        Assert.Equal("bid-bertel", ranked.Json.GetProperty("ranking").GetProperty("bids")[0].GetProperty("bidId").GetString());
        Assert.Equal((409, "lot-not-evaluating"), (late.Code, late.Problem));
    }

    [Fact]
    public async Task Points_without_reason_out_of_bounds_or_from_strangers_are_refused()
    {
        await using var round = await RankedLot.OpenedAsync();
        var stranger = round.App.As("stranger", Role.Evaluator);

        var noReason = await round.Evaluator.PostAsync($"{RankedLot.Lot}/evaluations", new { bidId = "bid-bertel", points = new[] { new { criterionId = "range", points = 5, reason = "" } } });
        var tooMany = await RankedLot.PointsAsync(round, "bid-bertel", 11);
        var unnamed = await stranger.PostAsync($"{RankedLot.Lot}/evaluations", RankedLot.Body("bid-bertel", 5));
        var decider = await round.Decider.PostAsync($"{RankedLot.Lot}/evaluations", RankedLot.Body("bid-bertel", 5));

        Assert.Equal((422, "points-invalid"), (noReason.Code, noReason.Problem));
        Assert.Equal((422, "points-invalid"), (tooMany.Code, tooMany.Problem));
        Assert.Equal((403, "not-named-for-round"), (unnamed.Code, unnamed.Problem));
        Assert.Equal((403, "role-required"), (decider.Code, decider.Problem));
    }

    [Fact]
    public async Task A_repeated_request_is_answered_and_not_repeated()
    {
        await using var round = await RankedLot.OpenedAsync();

        var first = await round.Evaluator.PostAsync($"{RankedLot.Lot}/evaluations", RankedLot.Body("bid-bertel", 5), key: "once");
        await RankedLot.PointsAsync(round, "bid-bertel", 7);
        var again = await round.Evaluator.PostAsync($"{RankedLot.Lot}/evaluations", RankedLot.Body("bid-bertel", 5), key: "once");

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(7m, (await round.App.Store.FindAsync<Evaluation>(SealedRound.RoundId, "evaluation-lot-1-bid-bertel"))!.Document.Scores[0].Points[0].Points);
    }

    [Fact]
    public async Task A_round_without_any_admissible_bid_goes_straight_to_its_end_once_it_is_decided_what_becomes_of_its_lots()
    {
        await using var round = await SealedRound.StartAsync();
        await round.OpenAsync();
        await round.DeclareAsync(round.Officer);

        Assert.All([await round.LotAsync("lot-1"), await round.LotAsync("lot-2")], lot => Assert.Equal(LotPhase.WithoutBids, lot.Phase));
        Assert.Equal(RoundPhase.Evaluating, (await round.RoundAsync()).Phase);
        foreach (var lot in (string[])["lot-1", "lot-2"])
        {
            var decided = await round.Officer.PostAsync(
                $"rounds/{SealedRound.RoundId}/lots/{lot}/outcome", new { outcome = "close", reason = new { no = "Ingen gav tilbud.", en = "Nobody bid." } });
            Assert.True(decided.Code == 200, decided.Text);
        }

        await round.App.SettleAsync();
        Assert.True((await round.RoundAsync()).Phase is RoundPhase.Delivering or RoundPhase.Closed);
    }
}
