using System.Collections.Immutable;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>
/// Everything that the ranking of a lot follows from, with the ranking that was fixed, so that anyone who has the file can do the sum again
/// (<see cref="Recomputation"/>). Wire format: whoever kept a file must be able to check it years later.
/// </summary>
/// <param name="Format"><see cref="CurrentFormat"/>.</param>
/// <param name="RoundId">The round.</param>
/// <param name="LotId">The lot; part of the draw between equal bids.</param>
/// <param name="LotTitle">The lot's title.</param>
/// <param name="Model">Criteria, weights, price formula and tie-break as the invitation froze them, and the seed of the draw: the closing manifest's hash.</param>
/// <param name="Bids">Every bid for the lot, rejected ones too, by id (ordinal).</param>
/// <param name="Ranking">As it was fixed, by rank.</param>
public sealed record EvaluationExport(
    string Format, string RoundId, string LotId, Text LotTitle, ScoringModel Model, ImmutableArray<ExportedBid> Bids, ImmutableArray<ExportedRank> Ranking)
{
    public const string CurrentFormat = "samkjop-evaluation-1";

    /// <summary>The file of a lot; null while its ranking is not fixed, and for a lot without bids.</summary>
    public static EvaluationExport? Of(Lot lot, IEnumerable<Evaluation> evaluations)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot.Ranking is not { } ranking
            ? null
            : new(
                CurrentFormat, lot.RoundId, lot.LotId, lot.Content.Title, ranking.Model,
                [.. evaluations.OrderBy(evaluation => evaluation.BidId, StringComparer.Ordinal).Select(ExportedBid.Of)],
                [.. ranking.Bids.Select(bid => new ExportedRank(bid.BidId, bid.Rank, bid.Total))]);
    }
}

/// <param name="BidId">The bid.</param>
/// <param name="SupplierId">Whose.</param>
/// <param name="Price">NOK per vehicle as compared; null when the sheet could not be read.</param>
/// <param name="RejectionReasons">Why it is not ranked; empty for an admissible bid.</param>
/// <param name="Scores">What each evaluator gave.</param>
/// <param name="Agreement">What counts instead, where every one of them has agreed; null where they did not.</param>
public sealed record ExportedBid(
    string BidId, string SupplierId, decimal? Price, ImmutableArray<Text> RejectionReasons, ImmutableArray<EvaluatorScore> Scores, AgreedScore? Agreement = null)
{
    public static ExportedBid Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new(evaluation.BidId, evaluation.SupplierId, evaluation.Price, [.. evaluation.RejectionReasons], evaluation.Scores, evaluation.Agreement);
    }
}

/// <param name="BidId">The bid.</param>
/// <param name="Rank">From 1.</param>
/// <param name="Total">Sum of the weighted points, as stated: 20 decimals.</param>
public sealed record ExportedRank(string BidId, int Rank, decimal Total);
