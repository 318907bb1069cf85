using System.Collections.Immutable;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>The ranking done again from an exported file, and held against the one that the file states.</summary>
/// <param name="Ranking">As it follows from the inputs; null when nothing can be ranked from them.</param>
/// <param name="Differences">Where the stated ranking differs, or why nothing can be ranked; empty when the ranking follows.</param>
public sealed record Recomputation(LotRanking? Ranking, ImmutableArray<Text> Differences)
{
    /// <summary>Whether the stated ranking follows from the inputs.</summary>
    public bool Follows => Differences.IsEmpty;

    /// <summary>Ranks again. Reads nothing but the file.</summary>
    public static Recomputation Of(EvaluationExport export)
    {
        ArgumentNullException.ThrowIfNull(export);
        if (export.Format != EvaluationExport.CurrentFormat)
        {
            return Impossible(new Text(
                $"Filen har formatet «{export.Format}»; dette programmet leser «{EvaluationExport.CurrentFormat}».",
                $"The file is of the format \"{export.Format}\"; this program reads \"{EvaluationExport.CurrentFormat}\"."));
        }

        ExportedBid[] admissible = [.. export.Bids.Where(bid => bid.RejectionReasons.IsEmpty)];
        if (ScoreProblems(export.Model, admissible).ToArray() is { Length: > 0 } problems)
        {
            return Impossible(problems);
        }

        return LotScoring.Rank(export.LotId, export.Model, [.. admissible.Select(bid => Panel.ScorableOf(bid.BidId, bid.Price!.Value, bid.Scores, bid.Agreement))]) switch
        {
            ScoringResult.Ranked { Ranking: var ranking } => new(ranking, [.. DifferencesOf(ranking, export.Ranking)]),
            ScoringResult.Refused { Problems: var refused } => Impossible([.. refused]),
            _ => throw new InvalidOperationException("Unknown result of scoring."),
        };
    }

    private static Recomputation Impossible(params ReadOnlySpan<Text> problems) => new(null, [.. problems]);

    /// <summary>Bids are treated alike only when the same people gave every one of them points for every criterion, once.</summary>
    private static IEnumerable<Text> ScoreProblems(ScoringModel model, ExportedBid[] admissible)
    {
        var criteria = model.Criteria.Where(criterion => criterion.Kind is Scoring.CriterionKind.Quality).Select(criterion => criterion.Id).Order(StringComparer.Ordinal).ToArray();
        var panel = admissible.SelectMany(bid => bid.Scores).Select(score => score.Evaluator).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var bid in admissible)
        {
            if (bid.Price is null)
            {
                yield return new($"{bid.BidId} er ikke avvist, men har ingen pris.", $"{bid.BidId} is not rejected, but has no price.");
            }

            if (!panel.SequenceEqual(bid.Scores.Select(score => score.Evaluator).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                yield return new($"{bid.BidId} har ikke poeng nøyaktig én gang fra hver evaluerer.", $"{bid.BidId} does not have points exactly once from each evaluator.");
            }

            if (bid.Agreement is { } agreed && !criteria.SequenceEqual(agreed.Points.Select(p => p.CriterionId).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            {
                yield return new(
                    $"Det evaluererne er enige om for {bid.BidId}, har ikke hvert kriterium nøyaktig én gang.",
                    $"What the evaluators agreed on for {bid.BidId} does not have each criterion exactly once.");
            }

            foreach (var score in bid.Scores.Where(score => !criteria.SequenceEqual(score.Points.Select(p => p.CriterionId).Order(StringComparer.Ordinal), StringComparer.Ordinal)))
            {
                yield return new(
                    $"{score.Evaluator} har ikke gitt {bid.BidId} poeng nøyaktig én gang for hvert kriterium.",
                    $"{score.Evaluator} did not give {bid.BidId} points exactly once for each criterion.");
            }
        }
    }

    private static IEnumerable<Text> DifferencesOf(LotRanking ranking, ImmutableArray<ExportedRank> stated)
    {
        var byBid = stated.ToLookup(rank => rank.BidId, StringComparer.Ordinal);
        foreach (var bid in ranking.Bids)
        {
            if (byBid[bid.BidId].Count() != 1)
            {
                yield return new(
                    $"{bid.BidId} får plass {bid.Rank}, men står {byBid[bid.BidId].Count()} ganger i den oppgitte rangeringen.",
                    $"{bid.BidId} comes out as number {bid.Rank}, but stands {byBid[bid.BidId].Count()} times in the stated ranking.");
                continue;
            }

            var (rank, total) = (byBid[bid.BidId].Single().Rank, byBid[bid.BidId].Single().Total);
            if (rank != bid.Rank || total != bid.Total)
            {
                yield return new(
                    $"{bid.BidId} er oppgitt som nummer {rank} med {total}, men får plass {bid.Rank} med {bid.Total}.",
                    $"{bid.BidId} is stated as number {rank} with {total}, but comes out as number {bid.Rank} with {bid.Total}.");
            }
        }

        foreach (var strange in byBid.Where(group => ranking.Bids.All(bid => bid.BidId != group.Key)))
        {
            yield return new(
                $"{strange.Key} står i den oppgitte rangeringen, men er avvist eller ikke blant tilbudene.",
                $"{strange.Key} stands in the stated ranking, but is rejected or not among the bids.");
        }
    }
}
