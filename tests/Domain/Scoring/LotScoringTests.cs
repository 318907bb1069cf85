using CsCheck;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Tests.Domain.Scoring;

public sealed class LotScoringTests
{
    private static readonly ScoringModel PriceAndEnvironment = new(
        PriceFormula.Linear,
        [
            new("price", new("Pris", "Price"), CriterionKind.Price, 70),
            new("environment", new("Klima og miljø", "Climate and environment"), CriterionKind.Quality, 30, IsEnvironment: true),
        ],
        TieBreak.LowestPrice,
        "seed-2021-1");

    [Fact]
    public void The_best_relation_between_price_and_quality_wins_and_every_number_is_there()
    {
        var ranking = Ranked(PriceAndEnvironment, Bid("maxus", 420_000, 5), Bid("vw", 462_000, 9), Bid("mercedes", 525_000, 8), Bid("ford", 900_000, 10));

        Assert.Equal(["vw", "maxus", "mercedes", "ford"], ranking.Bids.Select(bid => bid.BidId));
        Assert.Equal([9.0m, 8.5m, 7.65m, 2.0m], ranking.Bids.Select(bid => Math.Round(bid.Total, 10)));
        Assert.Equal([1, 2, 3, 4], ranking.Bids.Select(bid => bid.Rank));
        Assert.Equal(420_000, ranking.LowestPrice);
        var price = ranking.Winner.Criteria[0];
        Assert.Equal(("price", 70m, 9m, 6.3m), (price.CriterionId, price.WeightPercent, price.Points, price.WeightedPoints));
        Assert.Equal("10 − 10 · (462000 − 420000) / 420000 = 9.0000", price.Calculation);
        Assert.Equal("because vw", ranking.Winner.Criteria[1].Calculation);
        Assert.Equal(2.7m, ranking.Winner.EnvironmentTotal);
        Assert.All(ranking.Bids, bid => Assert.Null(bid.TieBreak));
    }

    [Fact]
    public void A_price_beyond_twice_the_lowest_pulls_the_total_down_unclamped()
    {
        var ranking = Ranked(PriceAndEnvironment, Bid("cheap", 100_000, 0), Bid("dear", 300_000, 10));

        Assert.Equal(-10, ranking.Bids[1].Criteria[0].Points);
        Assert.Equal(-4, ranking.Bids[1].Total);
    }

    [Fact]
    public void Equal_totals_go_to_the_lower_price_where_that_was_stated()
    {
        var ranking = Ranked(PriceAndEnvironment, Bid("dear", 130_000, 10), Bid("cheap", 100_000, 3));

        Assert.Equal(ranking.Bids[0].Total, ranking.Bids[1].Total);
        Assert.Equal(["cheap", "dear"], ranking.Bids.Select(bid => bid.BidId));
        Assert.Equal("The same total (7.9000) as 1 other bid: the lowest price goes first.", ranking.Winner.TieBreak?.En);
    }

    [Fact]
    public void Totals_that_are_equal_on_paper_tie_though_their_decimals_never_end()
    {
        // 370 costs 10·70/300 = 2.333… points at 30 %, exactly the 0.7 that one more point of quality is worth at 70 %.
        var model = PriceAndEnvironment with
        {
            Criteria = [PriceAndEnvironment.Criteria[0] with { WeightPercent = 30 }, PriceAndEnvironment.Criteria[1] with { WeightPercent = 70 }],
        };

        var ranking = Ranked(model, Bid("dear", 370, 4), Bid("cheap", 300, 3));

        Assert.Equal(ranking.Bids[0].Total, ranking.Bids[1].Total);
        Assert.Equal(7.66666666666666666667m, ranking.Bids[1].Criteria[0].Points);
        Assert.Equal(["cheap", "dear"], ranking.Bids.Select(bid => bid.BidId));
    }

    [Fact]
    public void Equal_totals_go_to_the_greener_bid_where_that_was_stated()
    {
        var ranking = Ranked(PriceAndEnvironment with { TieBreak = TieBreak.EnvironmentScore }, Bid("cheap", 100_000, 3), Bid("dear", 130_000, 10));

        Assert.Equal(["dear", "cheap"], ranking.Bids.Select(bid => bid.BidId));
    }

    [Fact]
    public void Bids_equal_in_everything_are_drawn_and_anyone_can_repeat_the_draw()
    {
        var ranking = Ranked(PriceAndEnvironment, Bid("a", 100_000, 5), Bid("b", 100_000, 5), Bid("c", 100_000, 5));

        Assert.Equal(
            new[] { "a", "b", "c" }.OrderBy(id => DrawnLot.Number("seed-2021-1", "lot-1", id), StringComparer.Ordinal),
            ranking.Bids.Select(bid => bid.BidId));
        Assert.All(ranking.Bids, bid => Assert.Contains("loddtrekning", bid.TieBreak?.No, StringComparison.Ordinal));
        Assert.Matches("^[0-9a-f]{64}$", ranking.Winner.DrawNumber);
    }

    [Fact]
    public void Another_seed_draws_otherwise_and_the_commitment_fixes_the_seed_without_telling_it()
    {
        string[] Order(string seed) => [.. Ranked(PriceAndEnvironment with { DrawSeed = seed }, [.. Enumerable.Range(0, 8).Select(n => Bid($"b{n}", 100, 5))]).Bids.Select(bid => bid.BidId)];

        Assert.NotEqual(Order("one"), Order("two"));
        Assert.NotEqual(DrawnLot.Commitment("one"), DrawnLot.Commitment("two"));
        Assert.DoesNotContain("one", DrawnLot.Commitment("one"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_in_which_bids_come_in_decides_nothing() =>
        Gen.Select(Models, Bids).SelectMany((model, bids) => Gen.Shuffle(bids).Select(shuffled => (model, bids, shuffled))).Sample(given =>
            Ranked(given.model, given.bids).Bids.Select(Shown).SequenceEqual(Ranked(given.model, given.shuffled).Bids.Select(Shown)));

    [Fact]
    public void Totals_fall_from_rank_to_rank_and_are_the_sum_of_their_criteria() =>
        Gen.Select(Models, Bids).Sample((model, bids) =>
        {
            var ranking = Ranked(model, bids);
            return ranking.Bids.Zip(ranking.Bids.Skip(1)).All(pair => pair.First.Total >= pair.Second.Total)
                && ranking.Bids.All(bid => Math.Abs(bid.Total - bid.Criteria.Sum(score => score.WeightedPoints)) < 1e-18m)
                && ranking.Bids.Select(bid => bid.Rank).SequenceEqual(Enumerable.Range(1, bids.Length));
        });

    [Fact]
    public void Better_points_never_cost_a_rank() =>
        Gen.Select(Models, Bids, Gen.Int[0, 100]).Sample((model, bids, choice) =>
        {
            var improved = bids[choice % bids.Length];
            var better = improved with { Points = [improved.Points[0] with { Points = Math.Min(10, improved.Points[0].Points + 1) }] };
            ScorableBid[] after = [.. bids.Select(bid => bid.BidId == improved.BidId ? better : bid)];
            return RankOf(Ranked(model, after), improved.BidId) <= RankOf(Ranked(model, bids), improved.BidId);
        });

    private static readonly Gen<ScoringModel> Models = Gen.Select(Gen.Enum<PriceFormula>(), Gen.Enum<TieBreak>(), Gen.Int[1, 99])
        .Select((formula, tieBreak, weight) => PriceAndEnvironment with
        {
            Formula = formula,
            TieBreak = tieBreak,
            Criteria = [PriceAndEnvironment.Criteria[0] with { WeightPercent = weight }, PriceAndEnvironment.Criteria[1] with { WeightPercent = 100 - weight }],
        });

    // Few distinct values, so that ties are common.
    private static readonly Gen<ScorableBid[]> Bids = Gen.Select(Gen.Int[1, 4], Gen.Int[0, 4]).Array[1, 8]
        .Select(drawn => drawn.Select((values, index) => Bid($"bid-{index}", 100_000 * values.Item1, 2.5m * values.Item2)).ToArray());

    private static LotRanking Ranked(ScoringModel model, params ScorableBid[] bids) =>
        Assert.IsType<ScoringResult.Ranked>(LotScoring.Rank("lot-1", model, bids)).Ranking;

    private static ScorableBid Bid(string id, decimal price, decimal environment) => new(id, price, [new("environment", environment, $"because {id}")]);

    private static (string, int, decimal, string?) Shown(BidScore bid) => (bid.BidId, bid.Rank, bid.Total, bid.TieBreak?.En);

    private static int RankOf(LotRanking ranking, string bidId) => ranking.Bids.First(bid => bid.BidId == bidId).Rank;
}
