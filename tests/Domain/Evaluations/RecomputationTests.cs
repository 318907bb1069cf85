using System.Text.Json;
using CsCheck;
using Samkjop.Purchasing;
using Samkjop.Serialization;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

public sealed class RecomputationTests
{
    private static readonly Gen<(decimal Price, decimal First, decimal Second)[]> Bids = Gen.Select(
        Gen.Int[1, 2_000_000_00].Select(øre => øre / 100m), Gen.Int[0, 1000].Select(p => p / 100m), Gen.Int[0, 1000].Select(p => p / 100m)).Array[1, 8];

    [Fact]
    public void Whatever_was_ranked_follows_from_its_export_after_a_journey_through_a_file() => Bids.Sample(bids =>
    {
        var again = Recomputation.Of(Reread(Export(bids)));

        Assert.True(again.Follows, string.Join(' ', again.Differences.Select(d => d.En)));
        Assert.Equal(bids.Length, again.Ranking!.Bids.Count);
    }, iter: 300);

    [Fact]
    public void A_price_that_was_changed_afterwards_shows() => Gen.Select(Bids, Gen.Int[0, 7], Gen.Int[1, 100]).Sample((bids, which, øre) =>
    {
        var export = Export(bids);
        var i = which % export.Bids.Length;
        var changed = export with { Bids = export.Bids.SetItem(i, export.Bids[i] with { Price = export.Bids[i].Price + (øre / 100m) }) };

        // A single bid has the best price at any price.
        Assert.Equal(bids.Length == 1, Recomputation.Of(changed).Follows);
    }, iter: 300);

    [Fact]
    public void The_order_of_the_bids_in_the_file_makes_no_difference()
    {
        var export = Export([(420_000, 5, 6), (462_000, 8, 7), (441_000, 6, 6)]);

        Assert.True(Recomputation.Of(export with { Bids = [.. export.Bids.Reverse()], Ranking = [.. export.Ranking.Reverse()] }).Follows);
    }

    [Fact]
    public void Ranks_that_were_exchanged_show_with_both_numbers()
    {
        var export = Export([(420_000, 5, 5), (462_000, 8, 8)]);
        var exchanged = export with { Ranking = [export.Ranking[0] with { Rank = 2 }, export.Ranking[1] with { Rank = 1 }] };

        var again = Recomputation.Of(exchanged);

        Assert.False(again.Follows);
        Assert.Equal(2, again.Differences.Length);
        Assert.Contains("bid-supplier-1 is stated as number 2 with 8.6, but comes out as number 1 with 8.6.", again.Differences.Select(d => d.En));
    }

    [Fact]
    public void A_bid_left_out_of_the_ranking_and_one_put_into_it_show()
    {
        var export = Export([(420_000, 5, 5), (462_000, 8, 8)]);

        Assert.Contains("stands 0 times", Assert.Single(Recomputation.Of(export with { Ranking = [export.Ranking[0]] }).Differences).En, StringComparison.Ordinal);
        Assert.Contains("bid-stranger", Assert.Single(Recomputation.Of(export with { Ranking = export.Ranking.Add(new("bid-stranger", 3, 1)) }).Differences).En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejected_bid_is_in_the_file_with_its_reason_and_is_not_ranked()
    {
        var rejected = Judged.Bid("harald", Competition.Sheet(1) with { DeliveryWeeks = 27 });
        Evaluation[] evaluations = [rejected, Judged.Bid("bertel").Scored(5)];
        var export = EvaluationExport.Of(Rankings.Rank(Judged.AnyPrice, Judged.Checked, evaluations, new(Competition.Officer, Competition.After)).Accepted(), evaluations)!;

        Assert.Equal(["bid-bertel", "bid-harald"], export.Bids.Select(b => b.BidId));
        Assert.NotEmpty(export.Bids[1].RejectionReasons);
        Assert.True(Recomputation.Of(export).Follows);
    }

    [Fact]
    public void An_evaluator_who_counts_twice_or_not_at_all_is_told_and_nothing_is_ranked()
    {
        var export = Export([(420_000, 5, 6), (462_000, 8, 7)]);
        var scores = export.Bids[0].Scores;

        foreach (var unfair in new[] { scores.Add(scores[0]), [scores[0]], [scores[0] with { Points = [scores[0].Points[0], scores[0].Points[0]] }, scores[1]] })
        {
            var again = Recomputation.Of(export with { Bids = export.Bids.SetItem(0, export.Bids[0] with { Scores = unfair }) });

            Assert.Null(again.Ranking);
            Assert.NotEmpty(again.Differences);
        }
    }

    [Fact]
    public void A_file_of_another_format_or_without_bids_is_told_and_nothing_is_ranked()
    {
        var export = Export([(420_000, 5, 6)]);

        Assert.Contains("samkjop-evaluation-9", Assert.Single(Recomputation.Of(export with { Format = "samkjop-evaluation-9" }).Differences).En, StringComparison.Ordinal);
        Assert.False(Recomputation.Of(export with { Bids = [] }).Follows);
        Assert.False(Recomputation.Of(export with { Bids = [export.Bids[0] with { Price = null }] }).Follows);
    }

    [Fact]
    public void There_is_nothing_to_export_before_the_ranking_is_fixed() => Assert.Null(EvaluationExport.Of(Judged.Checked, [Judged.Bid("bertel").Scored(5)]));

    private static EvaluationExport Export((decimal Price, decimal First, decimal Second)[] bids)
    {
        Evaluation[] evaluations =
        [
            .. bids.Select((bid, i) => Judged.Bid("bertel", Competition.Sheet(bid.Price)).Scored(bid.First).Scored(bid.Second, Competition.SecondEvaluator) with
            {
                BidId = $"bid-supplier-{i}",
            }),
        ];
        return EvaluationExport.Of(Rankings.Rank(Judged.AnyPrice, Judged.Checked, evaluations, new(Competition.Officer, Competition.After)).Accepted(), evaluations)!;
    }

    private static EvaluationExport Reread(EvaluationExport export) =>
        JsonSerializer.Deserialize<EvaluationExport>(JsonSerializer.Serialize(export, SamkjopJson.Options), SamkjopJson.Options)!;
}
