using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>A supplier is asked to explain a price that seems abnormally low.</summary>
/// <param name="Question">1–4000 characters.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When it was asked.</param>
/// <param name="AnswerBy">Until when an answer is awaited.</param>
public sealed record PriceInquiry(string Question, string By, Instant At, Instant AnswerBy)
{
    /// <summary>What the supplier answered; null while it has not.</summary>
    public PriceAnswer? Answer { get; init; }

    /// <summary>What the officer decided; null until then.</summary>
    public PriceDecision? Decision { get; init; }
}

/// <param name="Explanation">1–4000 characters.</param>
/// <param name="By">The supplier user's subject.</param>
/// <param name="At">When it arrived; later than awaited counts as long as nothing is decided.</param>
public sealed record PriceAnswer(string Explanation, string By, Instant At);

/// <param name="Accepted">False: the bid is rejected.</param>
/// <param name="Reason">Why, 1–4000 characters; the supplier reads it in its letter when its bid is rejected.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When it was decided.</param>
public sealed record PriceDecision(bool Accepted, string Reason, string By, Instant At);
