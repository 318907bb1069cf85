using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>A written question to one supplier about what its bid means (FOA § 23-5), and its answer. It changes nothing in the bid.</summary>
/// <param name="ClarificationId">Derived from caller and key.</param>
/// <param name="Question">1–4000 characters.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When it was asked.</param>
/// <param name="AnswerBy">Until when an answer is awaited.</param>
public sealed record Clarification(string ClarificationId, string Question, string By, Instant At, Instant AnswerBy)
{
    /// <summary>What the supplier answered; null while it has not.</summary>
    public WrittenAnswer? Answer { get; init; }
}

/// <summary>An officer asks a supplier about its bid for a lot.</summary>
public sealed record AskForClarification(Caller By, string ClarificationId, string Question, Instant AnswerBy, Instant Now);

/// <summary>The supplier answers.</summary>
public sealed record ClarifyBid(string By, string ClarificationId, string Explanation, Instant Now);

/// <summary>A supplier was asked about its bid in writing; the words stay with the evaluation.</summary>
public sealed record ClarificationAsked(string LotId, string BidId, string ClarificationId, Instant AnswerBy) : DomainEvent;

/// <summary>The supplier answered; the words stay with the evaluation.</summary>
public sealed record ClarificationGiven(string LotId, string BidId, string ClarificationId) : DomainEvent;
