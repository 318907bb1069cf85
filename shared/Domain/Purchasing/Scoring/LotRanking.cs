using System.Text.Json.Serialization;

namespace Samkjop.Purchasing.Scoring;

/// <summary>One criterion of one bid, with every number that it follows from.</summary>
/// <param name="CriterionId">Which criterion.</param>
/// <param name="WeightPercent">Its weight.</param>
/// <param name="Points">Points, exact or with 20 decimals; by formula they may be negative.</param>
/// <param name="WeightedPoints"><c>Points · WeightPercent / 100</c>, exact or with 20 decimals.</param>
/// <param name="Calculation">The formula with its numbers put in, or the evaluators' reason.</param>
public sealed record CriterionScore(string CriterionId, decimal WeightPercent, decimal Points, decimal WeightedPoints, string Calculation);

/// <summary>One bid in the ranking.</summary>
/// <param name="BidId">Which bid.</param>
/// <param name="Rank">From 1; no two bids share a rank.</param>
/// <param name="Price">NOK, as compared.</param>
/// <param name="Total">Sum of the weighted points, exact or with 20 decimals. Ranks and ties follow from the exact number behind it.</param>
/// <param name="EnvironmentTotal">Sum of the weighted points of the criteria marked as environment.</param>
/// <param name="Criteria">In the order of the model.</param>
/// <param name="DrawNumber">Hexadecimal number drawn by <see cref="DrawnLot"/>; smaller goes first where it is asked.</param>
/// <param name="TieBreak">Why this rank among equal totals; <see langword="null"/> when no other bid has the same total.</param>
public sealed record BidScore(
    string BidId, int Rank, decimal Price, decimal Total, decimal EnvironmentTotal, IReadOnlyList<CriterionScore> Criteria, string DrawNumber, Text? TieBreak);

/// <summary>The ranking of a lot: recomputable from model and bids, with every intermediate number.</summary>
/// <param name="LotId">Which lot.</param>
/// <param name="Model">As frozen at invitation.</param>
/// <param name="LowestPrice">Pmin over the bids scored here, NOK.</param>
/// <param name="Bids">By rank. Never empty.</param>
public sealed record LotRanking(string LotId, ScoringModel Model, decimal LowestPrice, IReadOnlyList<BidScore> Bids)
{
    /// <summary>The bid ranked first.</summary>
    [JsonIgnore]
    public BidScore Winner => Bids[0];
}

/// <summary>What came out of scoring a lot: a ranking, or what must be put right first.</summary>
public abstract record ScoringResult
{
    private ScoringResult()
    {
    }

    /// <summary>All bids are ranked.</summary>
    public sealed record Ranked(LotRanking Ranking) : ScoringResult;

    /// <summary>Nothing was scored: model or bids are wrong, and no number was invented or clamped to get on.</summary>
    /// <param name="Problems">What to put right; at least one.</param>
    public sealed record Refused(IReadOnlyList<Text> Problems) : ScoringResult;
}
