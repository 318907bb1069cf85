namespace Samkjop.Purchasing.Scoring;

/// <summary>
/// Ranks the bids of a lot by the best relation between price and quality, with the weights stated in the invitation (FOA § 18-1). Pure: the same model and
/// bids give the same ranking, whatever the order of the bids, on any machine and in any year.
/// </summary>
public static class LotScoring
{
    /// <summary>Ranks bids that have passed every mandatory requirement (<see cref="RequirementCheck"/>); rejected bids must not be among them, since they would move Pmin.</summary>
    /// <param name="lotId">Which lot; part of the draw.</param>
    /// <param name="model">As frozen at invitation.</param>
    /// <param name="bids">At least one.</param>
    /// <returns>A ranking, or every problem found in model and bids; then nothing is scored.</returns>
    public static ScoringResult Rank(string lotId, ScoringModel model, IReadOnlyCollection<ScorableBid> bids)
    {
        ArgumentException.ThrowIfNullOrEmpty(lotId);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(bids);
        Text[] problems = [.. model.Problems(), .. ScorableBids.Problems(model, bids)];
        if (problems.Length > 0)
            return new ScoringResult.Refused(problems);

        var lowest = bids.Min(bid => bid.Price);
        var scores = bids.Select(bid => Score(lotId, model, bid, lowest)).ToArray();
        Array.Sort(scores, (one, other) => Compare(model.TieBreak, one, other));
        return new ScoringResult.Ranked(new(lotId, model, lowest, [.. scores.Select((score, index) =>
            score with { Rank = index + 1, TieBreak = ExplainTie(model.TieBreak, score, scores) })]));
    }

    private static BidScore Score(string lotId, ScoringModel model, ScorableBid bid, decimal lowest)
    {
        var criteria = model.Criteria.Select(criterion => Score(model.Formula, criterion, bid, lowest)).ToArray();
        var environment = criteria.Zip(model.Criteria).Where(pair => pair.Second.IsEnvironment).Sum(pair => pair.First.WeightedPoints);
        var draw = DrawnLot.Number(model.DrawSeed, lotId, bid.BidId);
        return new(bid.BidId, Rank: 0, bid.Price, criteria.Sum(score => score.WeightedPoints), environment, criteria, draw, TieBreak: null);
    }

    private static CriterionScore Score(PriceFormula formula, Criterion criterion, ScorableBid bid, decimal lowest)
    {
        var (points, calculation) = criterion.Kind == CriterionKind.Price
            ? (PriceScore.Points(formula, bid.Price, lowest), PriceScore.Calculation(formula, bid.Price, lowest))
            : bid.Points.Where(given => given.CriterionId == criterion.Id).Select(given => (given.Points, given.Reason)).Single();
        return new(criterion.Id, criterion.WeightPercent, points, points * criterion.WeightPercent / 100, calculation);
    }

    private static int Compare(TieBreak tieBreak, BidScore one, BidScore other)
    {
        var order = other.Total.CompareTo(one.Total);
        if (order == 0)
            order = CompareTied(tieBreak, one, other);
        if (order == 0)
            order = string.CompareOrdinal(one.DrawNumber, other.DrawNumber);
        return order;
    }

    private static int CompareTied(TieBreak tieBreak, BidScore one, BidScore other) => tieBreak switch
    {
        TieBreak.LowestPrice => one.Price.CompareTo(other.Price),
        TieBreak.EnvironmentScore => other.EnvironmentTotal.CompareTo(one.EnvironmentTotal),
        _ => 0,
    };

    private static Text? ExplainTie(TieBreak tieBreak, BidScore score, BidScore[] scores)
    {
        var equals = scores.Where(other => other.Total == score.Total && other.BidId != score.BidId).ToArray();
        if (equals.Length == 0)
            return null;
        var drawn = Array.Exists(equals, other => CompareTied(tieBreak, score, other) == 0);
        var (no, en) = (tieBreak, drawn) switch
        {
            (TieBreak.LowestPrice, false) => ("lavest pris går foran", "the lowest price goes first"),
            (TieBreak.LowestPrice, true) => ("prisene er også like, så loddtrekning avgjør", "the prices are equal too, so the drawn lot decides"),
            (TieBreak.EnvironmentScore, false) => ("høyest miljøpoeng går foran", "the highest environment score goes first"),
            (TieBreak.EnvironmentScore, true) => ("miljøpoengene er også like, så loddtrekning avgjør", "the environment scores are equal too, so the drawn lot decides"),
            _ => ("loddtrekning avgjør", "the drawn lot decides"),
        };
        var total = PriceScore.Display(score.Total);
        return new(
            $"Samme poengsum ({total}) som {equals.Length} {(equals.Length == 1 ? "annet tilbud" : "andre tilbud")}: {no}.",
            $"The same total ({total}) as {equals.Length} other {(equals.Length == 1 ? "bid" : "bids")}: {en}.");
    }
}
