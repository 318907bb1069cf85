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
        var scored = bids.Select(bid => Score(lotId, model, bid, lowest)).ToArray();
        Array.Sort(scored, (one, other) => Compare(model.TieBreak, one, other));
        return new ScoringResult.Ranked(new(lotId, model, lowest, [.. scored.Select((bid, index) =>
            bid.Shown with { Rank = index + 1, TieBreak = ExplainTie(model.TieBreak, bid, scored) })]));
    }

    private static Scored Score(string lotId, ScoringModel model, ScorableBid bid, decimal lowest)
    {
        var (total, environment) = (Fraction.Zero, Fraction.Zero);
        var criteria = new List<CriterionScore>(model.Criteria.Count);
        foreach (var criterion in model.Criteria)
        {
            var (points, calculation) = Points(model.Formula, criterion, bid, lowest);
            var weighted = points * Fraction.Of(criterion.WeightPercent) / Fraction.Of(100);
            total += weighted;
            if (criterion.IsEnvironment)
                environment += weighted;
            criteria.Add(new(criterion.Id, criterion.WeightPercent, points.ToDecimal(), weighted.ToDecimal(), calculation));
        }

        var draw = DrawnLot.Number(model.DrawSeed, lotId, bid.BidId);
        return new(total, environment, new(bid.BidId, Rank: 0, bid.Price, total.ToDecimal(), environment.ToDecimal(), criteria, draw, TieBreak: null));
    }

    private static (Fraction Points, string Calculation) Points(PriceFormula formula, Criterion criterion, ScorableBid bid, decimal lowest)
    {
        if (criterion.Kind == CriterionKind.Price)
            return (PriceScore.Exact(formula, bid.Price, lowest), PriceScore.Calculation(formula, bid.Price, lowest));
        var given = bid.Points.Single(given => given.CriterionId == criterion.Id);
        return (Fraction.Of(given.Sum) / Fraction.Of(given.Evaluators), given.Reason);
    }

    private static int Compare(TieBreak tieBreak, Scored one, Scored other)
    {
        var order = Fraction.Compare(other.Total, one.Total);
        if (order == 0)
            order = CompareTied(tieBreak, one, other);
        return order == 0 ? string.CompareOrdinal(one.Shown.DrawNumber, other.Shown.DrawNumber) : order;
    }

    private static int CompareTied(TieBreak tieBreak, Scored one, Scored other) => tieBreak switch
    {
        TieBreak.LowestPrice => one.Shown.Price.CompareTo(other.Shown.Price),
        TieBreak.EnvironmentScore => Fraction.Compare(other.Environment, one.Environment),
        _ => 0,
    };

    private static Text? ExplainTie(TieBreak tieBreak, Scored bid, Scored[] scored)
    {
        var equals = scored.Where(other => other.Total == bid.Total && other.Shown.BidId != bid.Shown.BidId).ToArray();
        if (equals.Length == 0)
            return null;
        var drawn = Array.Exists(equals, other => CompareTied(tieBreak, bid, other) == 0);
        var (no, en) = (tieBreak, drawn) switch
        {
            (TieBreak.LowestPrice, false) => ("lavest pris går foran", "the lowest price goes first"),
            (TieBreak.LowestPrice, true) => ("prisene er også like, så loddtrekning avgjør", "the prices are equal too, so the drawn lot decides"),
            (TieBreak.EnvironmentScore, false) => ("høyest miljøpoeng går foran", "the highest environment score goes first"),
            (TieBreak.EnvironmentScore, true) => ("miljøpoengene er også like, så loddtrekning avgjør", "the environment scores are equal too, so the drawn lot decides"),
            _ => ("loddtrekning avgjør", "the drawn lot decides"),
        };
        var total = PriceScore.Display(bid.Shown.Total);
        return new(
            $"Samme poengsum ({total}) som {equals.Length} {(equals.Length == 1 ? "annet tilbud" : "andre tilbud")}: {no}.",
            $"The same total ({total}) as {equals.Length} other {(equals.Length == 1 ? "bid" : "bids")}: {en}.");
    }

    /// <summary>A bid with the exact numbers that decide, beside the ones that are stated.</summary>
    private sealed record Scored(Fraction Total, Fraction Environment, BidScore Shown);
}
