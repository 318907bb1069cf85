using System.Collections.Immutable;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>A bid was held against the mandatory requirements of a lot.</summary>
public sealed record BidChecked(string LotId, string BidId, bool Admissible) : DomainEvent;

/// <summary>Every bid for a lot was held against its requirements.</summary>
public sealed record LotChecked(string LotId, int Bids, int Admissible) : DomainEvent;

/// <summary>No bid for the lot is admissible; it ends without an award.</summary>
public sealed record LotWithoutBids(string LotId, int Rejected) : DomainEvent;

/// <summary>An evaluator gave points; the reasons stay with the evaluation.</summary>
public sealed record BidScored(string LotId, string BidId, string Evaluator, ImmutableArray<CriterionPoint> Points) : DomainEvent;

public sealed record CriterionPoint(string CriterionId, decimal Points);

/// <summary>Points no longer change, since the ranking is being fixed.</summary>
public sealed record ScoresLocked(string LotId, string BidId) : DomainEvent;

/// <summary>The ranking could not be fixed after all; points may change again.</summary>
public sealed record ScoresUnlocked(string LotId, string BidId) : DomainEvent;

/// <param name="BidIds">By rank, the best first.</param>
public sealed record LotRanked(string LotId, ImmutableArray<string> BidIds) : DomainEvent;

/// <param name="Next">Awarding, or delivering (nothing) when every lot is without bids.</param>
public sealed record EvaluationCompleted(RoundPhase Next, int Ranked, int WithoutBids) : DomainEvent;
