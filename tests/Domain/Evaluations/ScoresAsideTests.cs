using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

public sealed class ScoresAsideTests
{
    private static readonly Evaluation First = Judged.Bid("bertel").Scored(8).Scored(6, Competition.SecondEvaluator);
    private static readonly Evaluation Second = Judged.Bid("harald").Scored(5);
    private static readonly Round Relieved = PeopleChanging.Change(
        Judged.AnyPrice, new ChangePeople(Judged.Round.People with { Evaluators = ["evaluator-1"] }, "Syk.", Competition.Officer, Competition.After)).Accepted();

    [Fact]
    public void Somebody_relieved_halfway_no_longer_holds_the_ranking_up()
    {
        Assert.Equal("not-all-scored", Rank(Relieved, First, Second).Refused().Code);

        var aside = SetAside(Relieved, First).Accepted();

        Assert.Equal("evaluator-2", Assert.Single(aside.SetAside).Score.Evaluator);
        Assert.Equal("evaluator-1", Assert.Single(aside.Scores).Evaluator);
        Assert.Equal(["bid-bertel", "bid-harald"], Rank(Relieved, aside, Second).Accepted().Ranking!.Bids.Select(b => b.BidId));
    }

    [Fact]
    public void The_points_of_somebody_who_still_evaluates_stand() => Assert.Equal("points-stand", SetAside(Judged.AnyPrice, First).Refused().Code);

    [Fact]
    public void The_points_of_somebody_who_judged_every_bid_stand_after_it_was_relieved() => Assert.Equal(
        "points-stand", SetAside(Relieved, First, Second.Scored(4, Competition.SecondEvaluator)).Refused().Code);

    [Fact]
    public void A_conflict_of_interest_takes_the_points_with_it_however_many_there_are()
    {
        var conflicted = BidAccess.Declare(Judged.AnyPrice, new(Competition.SecondEvaluator, false, Competition.After, "Svogeren min gir tilbud.")).Accepted();

        Assert.Single(SetAside(conflicted, First, Second.Scored(4, Competition.SecondEvaluator)).Accepted().SetAside);
    }

    [Fact]
    public void It_takes_an_officer_of_the_round_and_a_reason()
    {
        Assert.Equal("invalid-set-aside", ScoresAside.SetAside(Relieved, Judged.Checked, First, [First, Second], Command(reason: " ")).Refused().Code);
        Assert.Equal("not-named-for-round", ScoresAside.SetAside(Relieved, Judged.Checked, First, [First, Second], Command(Competition.Evaluator)).Refused().Code);
    }

    [Fact]
    public void A_bid_without_points_of_the_evaluator_is_left_as_it_is() =>
        Assert.Same(Second, ScoresAside.SetAside(Relieved, Judged.Checked, Second, [First, Second], Command()).Accepted());

    private static Decision<Evaluation> SetAside(Round round, Evaluation evaluation, Evaluation? other = null) =>
        ScoresAside.SetAside(round, Judged.Checked, evaluation, [evaluation, other ?? Second], Command());

    private static Decision<Lot> Rank(Round round, params Evaluation[] evaluations) =>
        Rankings.Rank(round, Judged.Checked, evaluations, new RankLot(Competition.Officer, Competition.After));

    private static SetScoresAside Command(Caller? by = null, string reason = "Syk resten av våren.") => new("evaluator-2", reason, by ?? Competition.Officer, Competition.After);
}
