using System.Collections.Immutable;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Purchasing;

/// <summary>
/// What is asked for and how bids are judged: versioned while it is prepared, frozen when the invitation is released, before any bid is opened.
/// </summary>
/// <param name="Version">Rises by one with each change, from 1.</param>
/// <param name="PriceFormula">How a price becomes points.</param>
/// <param name="PriceBasis">What a price holds, in words: ex VAT, delivery and fees included, or life-cycle cost.</param>
/// <param name="Criteria">Award criteria; weights in percent that add up to 100; exactly one is the price.</param>
/// <param name="TieBreak">What decides between equal totals.</param>
/// <param name="ClimateRequirementReason">Why specification requirements replace a climate weight (FOA § 7-9), where they do.</param>
public sealed record ProcurementDocument(
    int Version, PriceFormula PriceFormula, Text PriceBasis, ImmutableArray<AwardCriterion> Criteria, TieBreak TieBreak,
    string? ClimateRequirementReason = null);

/// <param name="CriterionId">Kebab-case id, such as <c>range</c>; <c>price</c> for the price.</param>
/// <param name="Name">As bidders read it.</param>
/// <param name="WeightPercent">Relative weight, above 0, at most 100.</param>
/// <param name="Kind">Price, quality or climate.</param>
public sealed record AwardCriterion(string CriterionId, Text Name, decimal WeightPercent, CriterionKind Kind);

public enum CriterionKind
{
    Price,
    Quality,
    Climate,
}
