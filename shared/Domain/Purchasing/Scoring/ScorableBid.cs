namespace Samkjop.Purchasing.Scoring;

/// <summary>Points that the evaluators agreed on for one criterion of one bid.</summary>
/// <param name="CriterionId">A criterion of kind <see cref="CriterionKind.Quality"/>.</param>
/// <param name="Points">0–10, both included.</param>
/// <param name="Reason">Why, in writing; goes into the letters unchanged.</param>
public sealed record CriterionPoints(string CriterionId, decimal Points, string Reason)
{
    /// <summary>How many evaluators <see cref="Sum"/> is of, at least 1.</summary>
    public int Evaluators { get; init; } = 1;

    /// <summary>What the evaluators gave together: the mean is scored exactly, since a third has no last decimal.</summary>
    public decimal Sum { get; init; } = Points;
}

/// <summary>A bid that has passed every mandatory requirement and may be scored.</summary>
/// <param name="BidId">Unique within the lot.</param>
/// <param name="Price">The price that is compared, NOK on the basis stated in the invitation. 0.01 to 10^15.</param>
/// <param name="Points">One entry per criterion of kind <see cref="CriterionKind.Quality"/>.</param>
public sealed record ScorableBid(string BidId, decimal Price, IReadOnlyList<CriterionPoints> Points);
