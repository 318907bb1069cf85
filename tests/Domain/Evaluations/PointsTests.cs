using System.Collections.Immutable;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

public sealed class PointsTests
{
    [Fact]
    public void An_evaluator_gives_points_with_reasons()
    {
        var evaluation = Judged.Bid("bertel").Scored(7.25m);

        Assert.Equal(7.25m, Assert.Single(Assert.Single(evaluation.Scores).Points).Points);
    }

    [Fact]
    public void The_same_evaluator_replaces_its_points_and_another_adds_its_own()
    {
        var evaluation = Judged.Bid("bertel").Scored(7).Scored(4, Competition.SecondEvaluator).Scored(8);

        Assert.Equal([("evaluator-1", 8m), ("evaluator-2", 4m)], evaluation.Scores.Select(s => (s.Evaluator, s.Points[0].Points)));
    }

    [Theory]
    [InlineData("range", -0.1, "Fordi.")]
    [InlineData("range", 10.01, "Fordi.")]
    [InlineData("range", 7.123, "Fordi.")]
    [InlineData("range", 7, " ")]
    [InlineData("price", 7, "Fordi.")]
    [InlineData("beauty", 7, "Fordi.")]
    public void Points_are_0_to_10_for_a_known_criterion_and_with_a_written_reason(string criterion, double points, string reason)
    {
        var refusal = Give(Competition.Evaluator, [new(criterion, (decimal)points, reason)]).Code;

        Assert.Equal("points-invalid", refusal);
    }

    [Fact]
    public void Every_criterion_gets_points_exactly_once()
    {
        Assert.Equal("points-invalid", Give(Competition.Evaluator, []).Code);
        Assert.Equal("points-invalid", Give(Competition.Evaluator, [new("range", 1, "a"), new("range", 2, "b")]).Code);
    }

    [Fact]
    public void Only_named_impartial_evaluators_give_points()
    {
        Assert.Equal("not-named-for-round", Give(Competition.Officer, [new("range", 7, "Fordi.")]).Code);
        Assert.Equal("not-named-for-round", Give(new Caller("stranger", [Role.Evaluator]), [new("range", 7, "Fordi.")]).Code);
        Assert.Equal("impartiality-required", Points.Give(
            Competition.Opened, Judged.Checked, Judged.Bid("bertel"), new ScoreBid(Competition.Evaluator, [new("range", 7, "Fordi.")], Competition.After)).Refused().Code);
    }

    [Fact]
    public void A_rejected_bid_gets_no_points() => Assert.Equal("bid-inadmissible", Points.Give(
        Judged.Round, Judged.Checked, Judged.Bid("bertel", Competition.Sheet() with { DeliveryWeeks = 27 }),
        new ScoreBid(Competition.Evaluator, [new("range", 7, "Fordi.")], Competition.After)).Refused().Code);

    [Fact]
    public void Points_stand_while_and_after_the_ranking_is_fixed()
    {
        var locked = Points.Lock(Judged.Bid("bertel"), Competition.After).Accepted();
        var command = new ScoreBid(Competition.Evaluator, [new("range", 7, "Fordi.")], Competition.After);

        Assert.Equal("scores-locked", Points.Give(Judged.Round, Judged.Checked, locked, command).Refused().Code);
        Assert.Equal("lot-not-evaluating", Points.Give(Judged.Round, Judged.Checked with { Phase = LotPhase.Ranked }, Judged.Bid("bertel"), command).Refused().Code);
        Assert.Null(Points.Unlock(locked).Accepted().LockedAt);
    }

    private static Samkjop.Decisions.Refusal Give(Caller by, ImmutableArray<GivenPoints> points) =>
        Points.Give(Judged.Round, Judged.Checked, Judged.Bid("bertel"), new ScoreBid(by, points, Competition.After)).Refused();
}
