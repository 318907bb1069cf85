using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>Everybody who gave points for a lot. Bids are treated alike only when the same people judge all of them.</summary>
internal static class Panel
{
    /// <summary>Everybody who gave points to any of the bids, by subject (ordinal).</summary>
    public static string[] Of(IEnumerable<Evaluation> evaluations) =>
        [.. evaluations.SelectMany(e => e.Scores).Select(s => s.Evaluator).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether everybody who gave points has agreed on what counts instead.</summary>
    public static bool HasAgreed(ImmutableArray<EvaluatorScore> scores, [NotNullWhen(true)] AgreedScore? agreement) =>
        agreement is not null && scores.All(score => agreement.By.Contains(score.Evaluator));

    /// <summary>Who still has to give points to which bid; empty when the lot can be ranked.</summary>
    public static IReadOnlyCollection<string> Missing(IReadOnlyCollection<Evaluation> admissible, ImmutableArray<AwardCriterion> criteria)
    {
        if (criteria.IsEmpty)
        {
            return [];
        }

        var panel = Of(admissible);
        return panel.Length == 0
            ? [.. admissible.Select(e => e.BidId)]
            : [.. admissible.SelectMany(e => panel.Except(e.Scores.Select(s => s.Evaluator), StringComparer.Ordinal).Select(who => $"{e.BidId} ({who})"))];
    }

    /// <summary>The bid with what the whole panel agreed on; else with the mean of the panel's points per criterion and its reasons, one a line.</summary>
    public static ScorableBid ScorableOf(Evaluation evaluation) => ScorableOf(
        evaluation.BidId, evaluation.Price ?? throw new ArgumentException("An admissible bid has a price.", nameof(evaluation)), evaluation.Scores,
        evaluation.Agreement);

    /// <inheritdoc cref="ScorableOf(Evaluation)"/>
    public static ScorableBid ScorableOf(string bidId, decimal price, ImmutableArray<EvaluatorScore> scores, AgreedScore? agreement) => new(
        bidId,
        price,
        [
            .. (HasAgreed(scores, agreement) ? agreement.Points : scores.SelectMany(score => score.Points))
                .GroupBy(points => points.CriterionId, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new CriterionPoints(
                    group.Key, group.Sum(p => p.Points) / group.Count(), string.Join('\n', group.Select(p => p.Reason).Distinct(StringComparer.Ordinal)))
                {
                    Sum = group.Sum(p => p.Points),
                    Evaluators = group.Count(),
                }),
        ]);
}
