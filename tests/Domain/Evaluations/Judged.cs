using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Evaluations;

/// <summary>An opened round whose officer and evaluators have declared their impartiality.</summary>
internal static class Judged
{
    public static Round Round { get; } = new[] { Competition.Officer, Competition.Evaluator, Competition.SecondEvaluator, Competition.Decider }.Aggregate(
        Competition.Opened, (round, who) => BidAccess.Declare(round, new(who, true, Competition.After)).Accepted());

    /// <summary>The same, where no price is ever asked about.</summary>
    public static Round AnyPrice => Round with { Settings = Round.Settings with { LowPrice = new LowPriceRule(100, LowPriceBasis.NextLowest) } };

    public static Lot Checked => Competition.Lot() with { CheckedAt = Competition.After };

    public static Evaluation Bid(string supplier, PriceSheet? sheet = null) => Checking.Check(
        Round, Competition.System, Competition.Lot(), BidOpening.Open(Competition.Started(supplier), new OpenBid(true, [])).Accepted(),
        new OpenedSheet("lot-1", "doc-1", sheet ?? Competition.Sheet(), null)).Accepted();

    public static Evaluation Scored(this Evaluation evaluation, decimal points, Caller? by = null) => Points.Give(
        Round, Checked, evaluation, new ScoreBid(by ?? Competition.Evaluator, [new("range", points, "Rekker langt.")], Competition.After)).Accepted();
}
