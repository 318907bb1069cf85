using System.Collections.Immutable;
using CsCheck;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

public sealed class IndependenceTests
{
    private static readonly Round Round = Judged.Round with { Settings = Judged.Round.Settings with { IndependentEvaluation = true } };
    private static readonly Caller[] Panel = [Competition.Evaluator, Competition.SecondEvaluator];

    [Fact]
    public void Nobody_sees_what_another_gave_before_both_have_given_every_bid_theirs() => Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[0, 10]).Array[0, 12].Sample(moves =>
    {
        Evaluation[] lot = [.. Enumerable.Range(0, 3).Select(i => Judged.Bid("bertel") with { BidId = $"bid-{i}" })];
        foreach (var (who, which, points) in moves)
        {
            if (Give(lot[which], Panel[who], points, Independence.IsRevealed(Round, lot)) is Samkjop.Decisions.Decision<Evaluation>.Accepted given)
            {
                Assert.False(Independence.IsRevealed(Round, lot));
                lot[which] = given.State;
            }

            var complete = lot.All(evaluation => evaluation.Scores.Length == 2);
            Assert.Equal(complete, Independence.IsRevealed(Round, lot));
            Assert.All(lot, evaluation => Assert.Equal(
                complete ? evaluation.Scores.Length : evaluation.Scores.Count(s => s.Evaluator == "evaluator-1"), evaluation.AsSeenBy("evaluator-1", complete).Scores.Length));
            Assert.All(lot, evaluation => Assert.True(complete || evaluation.AsSeenBy("auditor", complete).Scores.IsEmpty));
        }
    });

    [Fact]
    public void Points_that_both_have_given_stand()
    {
        var one = Given(Judged.Bid("bertel"), Competition.Evaluator, 5);
        var replaced = Given(one, Competition.Evaluator, 6);
        var both = Given(replaced, Competition.SecondEvaluator, 8);

        Assert.Equal("points-stand", Give(both, Competition.Evaluator, 8).Refused().Code);
        Assert.Equal("points-stand", Give(one, new Caller("evaluator-2", [Role.Evaluator]), 8, isRevealed: true).Refused().Code);
        Assert.Equal([("range", 6m, 8m, 2m)], Independence.DifferencesIn(both.Scores).Select(d => (d.CriterionId, d.Lowest, d.Highest, d.Difference)));
    }

    [Fact]
    public void The_log_holds_a_hash_of_independent_points_and_not_the_points()
    {
        var happened = Assert.IsType<BidScoredIndependently>(Assert.Single(Give(Judged.Bid("bertel"), Competition.Evaluator, 5).Events()));
        var other = Assert.IsType<BidScoredIndependently>(Assert.Single(Give(Judged.Bid("bertel"), Competition.Evaluator, 6).Events()));

        Assert.Equal(64, happened.PointsSha256.Length);
        Assert.NotEqual(other.PointsSha256, happened.PointsSha256);
    }

    [Fact]
    public void One_evaluator_is_too_few() => Assert.Equal("too-few-evaluators", Rank(Given(Judged.Bid("bertel"), Competition.Evaluator, 5)).Refused().Code);

    [Fact]
    public void Equal_points_need_no_agreement()
    {
        var lot = Rank(Given(Given(Judged.Bid("bertel"), Competition.Evaluator, 5), Competition.SecondEvaluator, 5)).Accepted();

        Assert.Equal(5m, lot.Ranking!.Winner.Criteria[1].Points);
    }

    [Fact]
    public void Where_they_differ_nothing_is_ranked_until_every_one_of_them_has_agreed_on_the_same_points()
    {
        var differing = Given(Given(Judged.Bid("bertel"), Competition.Evaluator, 5), Competition.SecondEvaluator, 8);
        var proposed = Agree(differing, Competition.Evaluator, 7).Accepted();
        var countered = Agree(proposed, Competition.SecondEvaluator, 6).Accepted();
        var agreed = Agree(countered, Competition.Evaluator, 6).Accepted();

        Assert.All([differing, proposed, countered], evaluation => Assert.Equal("points-not-agreed", Rank(evaluation).Refused().Code));
        Assert.Equal(["evaluator-1", "evaluator-2"], agreed.Agreement!.By);
        Assert.Same(agreed, Agree(agreed, Competition.Evaluator, 6).Accepted());
        var criterion = Rank(agreed).Accepted().Ranking!.Winner.Criteria[1];
        Assert.Equal((6m, "Enige etter samtale."), (criterion.Points, criterion.Calculation));
    }

    [Fact]
    public void What_was_agreed_is_in_the_export_and_the_comparison_and_the_ranking_follows()
    {
        var agreed = Agree(Agree(Given(Given(Judged.Bid("bertel"), Competition.Evaluator, 5), Competition.SecondEvaluator, 8), Competition.Evaluator, 7).Accepted(), Competition.SecondEvaluator, 7).Accepted();
        var lot = Rank(agreed).Accepted();
        var export = EvaluationExport.Of(lot, [agreed])!;

        Assert.True(Recomputation.Of(export).Follows);
        Assert.False(Recomputation.Of(export with { Bids = [export.Bids[0] with { Agreement = null }] }).Follows);
        var page = ComparisonHtml.Render(Round, lot, [agreed], ImmutableDictionary<string, string>.Empty, Competition.After).ToString();
        Assert.Contains("Forskjell: 3 poeng.", page, StringComparison.Ordinal);
        Assert.Contains("</b>: 7 – Enige etter samtale.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_those_who_gave_points_agree_and_only_once_the_points_are_shown()
    {
        var both = Given(Given(Judged.Bid("bertel"), Competition.Evaluator, 5), Competition.SecondEvaluator, 8);
        var one = both with { Scores = [both.Scores[0]] };

        Assert.Equal("nothing-to-agree-on", Agree(both, Competition.Evaluator, 7, isRevealed: false).Refused().Code);
        Assert.Equal("gave-no-points", Agree(one, Competition.SecondEvaluator, 7).Refused().Code);
        Assert.Equal("not-named-for-round", Agree(both, Competition.Officer, 7).Refused().Code);
        Assert.Equal("points-invalid", Agree(both, Competition.Evaluator, 11).Refused().Code);
        Assert.Equal("scores-locked", Agree(both with { LockedAt = Competition.After }, Competition.Evaluator, 7).Refused().Code);
        Assert.Equal("nothing-to-agree-on", Agreements.Agree(Judged.Round, Judged.Checked, both, new(Competition.Evaluator, PointsOf(7, "x"), Competition.After, true)).Refused().Code);
    }

    private static ImmutableArray<GivenPoints> PointsOf(decimal points, string reason) => [new("range", points, reason)];

    private static Samkjop.Decisions.Decision<Evaluation> Give(Evaluation evaluation, Caller by, decimal points, bool isRevealed = false) =>
        Points.Give(Round, Judged.Checked, evaluation, new ScoreBid(by, PointsOf(points, "Rekker langt."), Competition.After, isRevealed));

    private static Evaluation Given(Evaluation evaluation, Caller by, decimal points) => Give(evaluation, by, points).Accepted();

    private static Samkjop.Decisions.Decision<Evaluation> Agree(Evaluation evaluation, Caller by, decimal points, bool isRevealed = true) =>
        Agreements.Agree(Round, Judged.Checked, evaluation, new(by, PointsOf(points, "Enige etter samtale."), Competition.After, isRevealed));

    private static Samkjop.Decisions.Decision<Lot> Rank(params Evaluation[] evaluations) =>
        Rankings.Rank(Round, Judged.Checked, evaluations, new(Competition.Officer, Competition.After));
}
