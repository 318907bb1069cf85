using System.Collections.Immutable;
using NodaTime;
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

/// <summary>An independent evaluator gave points: the log holds their hash, so that nobody learns them there before the others have given theirs.</summary>
/// <param name="PointsSha256">Of the points with reasons as canonical JSON, lower-case hexadecimal.</param>
public sealed record BidScoredIndependently(string LotId, string BidId, string Evaluator, string PointsSha256) : DomainEvent;

/// <summary>An evaluator agreed on the points that count.</summary>
/// <param name="By">Everybody who has agreed on these points.</param>
public sealed record PointsAgreed(string LotId, string BidId, ImmutableArray<string> By, ImmutableArray<CriterionPoint> Points) : DomainEvent;

/// <summary>A supplier was asked to explain an abnormally low price.</summary>
/// <param name="BelowPercent">How far below what it was compared with, one decimal.</param>
public sealed record PriceQuestioned(string LotId, string BidId, decimal BelowPercent, Instant AnswerBy) : DomainEvent;

/// <summary>The supplier explained its price; the words stay with the evaluation.</summary>
public sealed record PriceExplained(string LotId, string BidId) : DomainEvent;

/// <summary>An officer accepted an abnormally low price, or rejected the bid for it; the reason stays with the evaluation.</summary>
public sealed record PriceDecided(string LotId, string BidId, bool Accepted) : DomainEvent;

public sealed record CriterionPoint(string CriterionId, decimal Points);

/// <summary>Points no longer change, since the ranking is being fixed.</summary>
public sealed record ScoresLocked(string LotId, string BidId) : DomainEvent;

/// <summary>The ranking could not be fixed after all; points may change again.</summary>
public sealed record ScoresUnlocked(string LotId, string BidId) : DomainEvent;

/// <param name="BidIds">By rank, the best first.</param>
public sealed record LotRanked(string LotId, ImmutableArray<string> BidIds) : DomainEvent;

/// <param name="Next">Awarding, or delivering (nothing) when every lot is without bids.</param>
public sealed record EvaluationCompleted(RoundPhase Next, int Ranked, int WithoutBids) : DomainEvent;
