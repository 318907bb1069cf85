using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>One bid for one lot as it was judged.</summary>
/// <param name="Price">NOK per vehicle as compared; null when the sheet could not be read.</param>
/// <param name="RejectionReasons">Empty for an admissible bid.</param>
/// <param name="Scores">Points and reasons per evaluator; only the caller's own while they are withheld.</param>
/// <param name="PointsWithheld">Whether others' points are not shown yet, in a round whose evaluators judge independently.</param>
/// <param name="Differences">Where the evaluators differ; empty while the points are withheld.</param>
/// <param name="Agreement">What evaluators agreed on instead; null where they did not. It counts once all have agreed.</param>
/// <param name="LowPrice">Why the price is flagged as abnormally low by the round's rule; null where it is not.</param>
/// <param name="Clarifications">What the supplier was asked about its bid, and answered.</param>
/// <param name="Corrections">Obvious errors that were corrected; price and findings are as corrected.</param>
/// <param name="Membership">That the supplier was no longer admitted at closing, and what was decided about it.</param>
/// <param name="ValidUntil">The last local day on which the bid stands.</param>
/// <param name="SetAside">Points that no longer count, with the reason; only the caller's own while others' are withheld.</param>
/// <param name="PriceInquiry">The question about it, the answer and the decision; null where none was asked.</param>
public sealed record EvaluationView(
    string LotId, string BidId, string SupplierId, bool Admissible, decimal? Price, IReadOnlyList<RequirementFinding> Findings, IReadOnlyList<Text> RejectionReasons,
    IReadOnlyList<EvaluatorScore> Scores, bool PointsWithheld, ImmutableArray<PointsDifference> Differences, AgreedScore? Agreement,
    LowPriceFinding? LowPrice, PriceInquiry? PriceInquiry, ImmutableArray<Clarification> Clarifications, ImmutableArray<SheetCorrection> Corrections,
    MembershipCheck? Membership, LocalDate? ValidUntil, ImmutableArray<ScoreSetAside> SetAside)
{
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="lowPrice">Why its price is flagged; null where it is not.</param>
    /// <param name="subject">Who reads it.</param>
    /// <param name="isRevealed"><see cref="Independence.IsRevealed"/> of the lot.</param>
    public static EvaluationView Of(Evaluation evaluation, LowPriceFinding? lowPrice, string subject, bool isRevealed)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        var seen = evaluation.AsSeenBy(subject, isRevealed);
        return new(
            seen.LotId, seen.BidId, seen.SupplierId, seen.IsAdmissible, seen.Price, seen.Findings, [.. seen.RejectionReasons], seen.Scores, !isRevealed,
            Independence.DifferencesIn(seen.Scores), isRevealed ? seen.Agreement : null, lowPrice, seen.PriceInquiry,
            seen.Clarifications, seen.Corrections, seen.Membership, seen.ValidUntil, seen.SetAside);
    }
}
