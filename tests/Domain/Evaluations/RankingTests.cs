using System.Text.Json;
using Samkjop.Purchasing;
using Samkjop.Serialization;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

public sealed class RankingTests
{
    [Fact]
    public void The_ranking_follows_from_price_weight_and_points()
    {
        var lot = Rank(Judged.Bid("bertel", Competition.Sheet(420_000)).Scored(5), Judged.Bid("harald", Competition.Sheet(462_000)).Scored(8));

        Assert.Equal(LotPhase.Ranked, lot.Phase);
        Assert.Equal([("bid-harald", 8.6m), ("bid-bertel", 8m)], lot.Ranking!.Bids.Select(b => (b.BidId, b.Total)));
    }

    [Fact]
    public void The_points_of_several_evaluators_count_alike()
    {
        var lot = Rank(
            Judged.Bid("bertel").Scored(6).Scored(7, Competition.SecondEvaluator),
            Judged.Bid("harald").Scored(2).Scored(5, Competition.SecondEvaluator));

        Assert.Equal([6.5m, 3.5m], lot.Ranking!.Bids.Select(b => b.Criteria[1].Points));
    }

    [Fact]
    public void The_mean_of_three_evaluators_ties_exactly_where_totals_are_equal_on_paper()
    {
        AwardCriterion[] quality = [.. new[] { "a", "b", "c" }.Select(id => new AwardCriterion(id, new(id, id), 20, Samkjop.Purchasing.CriterionKind.Quality))];
        var round = Judged.Round with
        {
            ProcurementDocument = Judged.Round.ProcurementDocument! with { Criteria = [new("price", new("Pris", "Price"), 40, Samkjop.Purchasing.CriterionKind.Price), .. quality] },
        };

        // Ten thirds of a point on each of three criteria are ten points, as five and five are.
        var thirds = Given("bid-thirds", [3, 3, 3], [3, 3, 3], [4, 4, 4]);
        var halves = Given("bid-halves", [5, 5, 0], [5, 5, 0], [5, 5, 0]);
        var ranking = Rankings.Rank(round, Judged.Checked, [thirds, halves], new(Competition.Officer, Competition.After)).Accepted().Ranking!;

        Assert.Equal([6m, 6m], ranking.Bids.Select(bid => bid.Total));
        Assert.All(ranking.Bids, bid => Assert.NotNull(bid.TieBreak));

        static Evaluation Given(string bidId, params decimal[][] evaluators) => Judged.Bid("bertel") with
        {
            BidId = bidId,
            Scores = [.. evaluators.Select((points, i) => new EvaluatorScore($"e{i}", Competition.After, [new("a", points[0], "x"), new("b", points[1], "x"), new("c", points[2], "x")]))],
        };
    }

    [Fact]
    public void A_rejected_bid_is_not_ranked_and_does_not_move_the_lowest_price()
    {
        var lot = Rank(Judged.Bid("bertel").Scored(5), Judged.Bid("harald", Competition.Sheet(1) with { DeliveryWeeks = 27 }));

        Assert.Equal(["bid-bertel"], lot.Ranking!.Bids.Select(b => b.BidId));
        Assert.Equal(420_000m, lot.Ranking.LowestPrice);
    }

    [Fact]
    public void Nothing_is_ranked_before_every_admissible_bid_has_points_from_everybody_who_gave_any()
    {
        Assert.Contains("bid-bertel", Refusal(Judged.Bid("bertel")).Detail.En, StringComparison.Ordinal);
        var unequal = Refusal(Judged.Bid("bertel").Scored(5).Scored(6, Competition.SecondEvaluator), Judged.Bid("harald").Scored(4));

        Assert.Equal("not-all-scored", unequal.Code);
        Assert.Contains("bid-harald (evaluator-2)", unequal.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_ranked_before_the_lot_has_been_checked() => Assert.Equal(
        "lot-not-checked", Rankings.Rank(Judged.Round, Competition.Lot(), [Judged.Bid("bertel").Scored(5)], new(Competition.Officer, Competition.After)).Refused().Code);

    [Fact]
    public void The_decider_does_not_fix_the_ranking() => Assert.Equal(
        "not-named-for-round", Rankings.Rank(Judged.Round, Judged.Checked, [Judged.Bid("bertel").Scored(5)], new(Competition.Decider, Competition.After)).Refused().Code);

    [Fact]
    public void A_ranking_that_is_fixed_stands()
    {
        var lot = Rank(Judged.Bid("bertel").Scored(5));

        Assert.Equal("lot-not-evaluating", Rankings.Rank(Judged.Round, lot, [], new(Competition.Officer, Competition.After)).Refused().Code);
    }

    [Fact]
    public void Once_every_lot_is_ranked_or_without_bids_the_round_goes_on_to_awards()
    {
        var ranked = Rank(Judged.Bid("bertel").Scored(5));
        var empty = Competition.Lot("lot-2") with { Phase = LotPhase.WithoutBids };

        Assert.Equal(RoundPhase.Awarding, Rankings.Complete(Judged.Round, [ranked, empty]).Accepted().Phase);
        Assert.Same(Judged.Round, Rankings.Complete(Judged.Round, [ranked, Judged.Checked]).Accepted());
    }

    [Fact]
    public void What_is_stored_reads_back_the_same()
    {
        var evaluation = Judged.Bid("bertel").Scored(5);
        var ranked = Rank(evaluation);

        Assert.Equal(Json(evaluation), Json(JsonSerializer.Deserialize<Evaluation>(Json(evaluation), SamkjopJson.Stored)));
        Assert.Equal(Json(ranked), Json(JsonSerializer.Deserialize<Lot>(Json(ranked), SamkjopJson.Stored)));
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, SamkjopJson.Options);

    private static Lot Rank(params Evaluation[] evaluations) =>
        Rankings.Rank(Judged.Round, Judged.Checked, evaluations, new(Competition.Officer, Competition.After)).Accepted();

    private static Samkjop.Decisions.Refusal Refusal(params Evaluation[] evaluations) =>
        Rankings.Rank(Judged.Round, Judged.Checked, evaluations, new(Competition.Evaluator, Competition.After)).Refused();
}
