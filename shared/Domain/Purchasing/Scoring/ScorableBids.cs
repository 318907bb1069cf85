namespace Samkjop.Purchasing.Scoring;

/// <summary>What must hold of bids before they are scored.</summary>
internal static class ScorableBids
{
    public static IEnumerable<Text> Problems(ScoringModel model, IReadOnlyCollection<ScorableBid> bids)
    {
        if (bids.Count == 0)
            yield return new("Ingen tilbud kan evalueres: alle er avvist, eller ingen kom inn.", "There is no bid to score: all were rejected, or none came in.");
        foreach (var twice in bids.GroupBy(bid => bid.BidId, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return new(
                $"Tilbud {twice.Key} står {twice.Count()} ganger; hvert tilbud skal stå én gang.",
                $"Bid {twice.Key} stands {twice.Count()} times; each bid must stand once.");
        }

        foreach (var bid in bids)
        {
            if (bid.Price is < PriceScore.LowestPrice or > PriceScore.HighestPrice)
            {
                yield return new(
                    $"Prisen i tilbud {bid.BidId} er {bid.Price} kroner; den skal være fra 0.01 til 10^15. Avklar tilbudet eller avvis det.",
                    $"The price of bid {bid.BidId} is NOK {bid.Price}; it must be from 0.01 to 10^15. Clarify the bid or reject it.");
            }

            foreach (var problem in PointProblems(model, bid))
                yield return problem;
        }
    }

    private static IEnumerable<Text> PointProblems(ScoringModel model, ScorableBid bid)
    {
        var criteria = model.Criteria.Where(criterion => criterion.Kind == CriterionKind.Quality).Select(criterion => criterion.Id).ToHashSet(StringComparer.Ordinal);
        var given = bid.Points.ToLookup(points => points.CriterionId, StringComparer.Ordinal);
        foreach (var criterion in criteria.Where(criterion => given[criterion].Count() != 1).Order(StringComparer.Ordinal))
        {
            yield return new(
                $"Tilbud {bid.BidId} har {given[criterion].Count()} poengsettinger for «{criterion}»; det skal ha nøyaktig én.",
                $"Bid {bid.BidId} has {given[criterion].Count()} scores for \"{criterion}\"; it must have exactly one.");
        }

        foreach (var points in bid.Points)
        {
            if (!criteria.Contains(points.CriterionId))
            {
                yield return new(
                    $"Tilbud {bid.BidId} har poeng for «{points.CriterionId}», som ikke er et kvalitetskriterium i konkurransen.",
                    $"Bid {bid.BidId} has points for \"{points.CriterionId}\", which is no quality criterion of the competition.");
            }

            if (points.Points is < 0 or > PriceScore.Best)
            {
                yield return new(
                    $"Tilbud {bid.BidId} har {points.Points} poeng for «{points.CriterionId}»; poeng går fra 0 til 10.",
                    $"Bid {bid.BidId} has {points.Points} points for \"{points.CriterionId}\"; points go from 0 to 10.");
            }

            if (string.IsNullOrWhiteSpace(points.Reason))
            {
                yield return new(
                    $"Poengene til tilbud {bid.BidId} for «{points.CriterionId}» mangler skriftlig begrunnelse; skriv den.",
                    $"The points of bid {bid.BidId} for \"{points.CriterionId}\" lack a written reason; write it.");
            }
        }
    }
}
