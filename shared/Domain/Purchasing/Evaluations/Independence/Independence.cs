using System.Collections.Immutable;

namespace Samkjop.Purchasing;

/// <summary>
/// Evaluators who judge independently (<see cref="RoundSettings.IndependentEvaluation"/>): nobody sees what another gave for a lot until at least two have given every
/// admissible bid their points; from then on the points stand, and where they differ the evaluators agree on what counts, with the reason.
/// </summary>
public static class Independence
{
    /// <summary>Fewest evaluators whose points are compared.</summary>
    public const int LeastEvaluators = 2;

    /// <summary>Whether the points for a lot are shown to others than the one who gave them.</summary>
    /// <param name="round">The round: its setting and its criteria.</param>
    /// <param name="evaluations">Every evaluation of the lot.</param>
    public static bool IsRevealed(Round round, IReadOnlyCollection<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(evaluations);
        Evaluation[] admissible = [.. evaluations.Where(evaluation => evaluation.IsAdmissible)];
        return !round.Settings.IndependentEvaluation
            || (Panel.Of(admissible).Length >= LeastEvaluators && Panel.Missing(admissible, Points.CriteriaOf(round)).Count == 0);
    }

    /// <summary>The evaluation as one person may see it: before the points are shown, only what that person gave.</summary>
    public static Evaluation AsSeenBy(this Evaluation evaluation, string subject, bool isRevealed)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return isRevealed
            ? evaluation
            : evaluation with
            {
                Scores = [.. evaluation.Scores.Where(score => score.Evaluator == subject)],
                SetAside = [.. evaluation.SetAside.Where(aside => aside.Score.Evaluator == subject)],
            };
    }

    /// <summary>How far the evaluators are apart, per criterion on which they differ.</summary>
    public static ImmutableArray<PointsDifference> DifferencesIn(ImmutableArray<EvaluatorScore> scores) =>
    [
        .. scores.SelectMany(score => score.Points)
            .GroupBy(points => points.CriterionId, StringComparer.Ordinal)
            .Select(group => new PointsDifference(group.Key, group.Min(p => p.Points), group.Max(p => p.Points)))
            .Where(difference => difference.Lowest != difference.Highest)
            .OrderBy(difference => difference.CriterionId, StringComparer.Ordinal),
    ];
}

/// <param name="CriterionId">The criterion.</param>
/// <param name="Lowest">The least that an evaluator gave.</param>
/// <param name="Highest">The most.</param>
public sealed record PointsDifference(string CriterionId, decimal Lowest, decimal Highest)
{
    /// <summary>How far they are apart, points.</summary>
    public decimal Difference => Highest - Lowest;
}
