using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>Points that no longer count, kept with the reason.</summary>
/// <param name="Score">What was given.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When they were set aside.</param>
/// <param name="Reason">Why, 1–2000 characters.</param>
public sealed record ScoreSetAside(EvaluatorScore Score, string By, Instant At, string Reason);

/// <summary>An officer sets aside what somebody gave for a lot that it evaluates no longer.</summary>
/// <param name="Evaluator">Whose points.</param>
/// <param name="Reason">Why, 1–2000 characters.</param>
public sealed record SetScoresAside(string Evaluator, string Reason, Caller By, Instant Now);

/// <summary>An evaluator's points for a bid were set aside; points and reason stay with the evaluation.</summary>
public sealed record BidScoreSetAside(string LotId, string BidId, string Evaluator) : DomainEvent;
