using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>What a supplier answered in writing.</summary>
/// <param name="Explanation">1–4000 characters.</param>
/// <param name="By">The supplier user's subject.</param>
/// <param name="At">When it arrived; later than awaited counts as long as nothing is decided.</param>
public sealed record WrittenAnswer(string Explanation, string By, Instant At);

/// <summary>Whether an officer let a bid stand.</summary>
/// <param name="Accepted">False: the bid is rejected.</param>
/// <param name="Reason">Why, 1–4000 characters; the supplier reads it in its letter when its bid is rejected.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When it was decided.</param>
public sealed record ReasonedDecision(bool Accepted, string Reason, string By, Instant At);
