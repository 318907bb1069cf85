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
    public WrittenAnswer? Answer { get; init; }

    /// <summary>What the officer decided; null until then.</summary>
    public ReasonedDecision? Decision { get; init; }
}
