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
        var ties = TiesOf(scored);
        return new ScoringResult.Ranked(new(lotId, model, lowest, [.. scored.Select((bid, index) =>
            bid.Shown with { Rank = index + 1, TieBreak = ExplainTie(model.TieBreak, scored, index, ties[index]) })]));
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

    /// <summary>For each bid how many others have its total. Equals stand beside each other, so that one pass finds them.</summary>
    private static int[] TiesOf(Scored[] sorted)
    {
        var ties = new int[sorted.Length];
        for (var first = 0; first < sorted.Length;)
        {
            var end = first + 1;
            while (end < sorted.Length && sorted[end].Total == sorted[first].Total)
                end++;
            Array.Fill(ties, end - first - 1, first, end - first);
            first = end;
        }

        return ties;
    }

    /// <summary>Those that only the draw sets apart stand beside each other too.</summary>
    private static Text? ExplainTie(TieBreak tieBreak, Scored[] sorted, int index, int equals)
    {
        if (equals == 0)
            return null;
        var bid = sorted[index];
        var drawn = IsDrawn(index - 1) || IsDrawn(index + 1);
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
            $"Samme poengsum ({total}) som {equals} {(equals == 1 ? "annet tilbud" : "andre tilbud")}: {no}.",
            $"The same total ({total}) as {equals} other {(equals == 1 ? "bid" : "bids")}: {en}.");

        bool IsDrawn(int other) =>
            other >= 0 && other < sorted.Length && sorted[other].Total == bid.Total && CompareTied(tieBreak, bid, sorted[other]) == 0;
    }

    /// <summary>A bid with the exact numbers that decide, beside the ones that are stated.</summary>
    private sealed record Scored(Fraction Total, Fraction Environment, BidScore Shown);
}
