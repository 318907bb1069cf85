using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>One bid for one lot as it was judged.</summary>
/// <param name="Price">NOK per vehicle as compared; null when the sheet could not be read.</param>
/// <param name="RejectionReasons">Empty for an admissible bid.</param>
/// <param name="Scores">Points and reasons per evaluator.</param>
public sealed record EvaluationView(
    string LotId, string BidId, string SupplierId, bool Admissible, decimal? Price, IReadOnlyList<RequirementFinding> Findings, IReadOnlyList<Text> RejectionReasons,
    IReadOnlyList<EvaluatorScore> Scores)
{
    public static EvaluationView Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new(
            evaluation.LotId, evaluation.BidId, evaluation.SupplierId, evaluation.IsAdmissible, evaluation.Price, evaluation.Findings,
            [.. evaluation.RejectionReasons], evaluation.Scores);
    }
}
