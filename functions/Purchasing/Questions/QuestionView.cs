using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Rules;

namespace Samkjop.Functions.Purchasing.Questions;

/// <summary>A question as the caller may read it: suppliers read what was answered and what they asked themselves, without who asked.</summary>
/// <param name="LotId">The lot that it is about; null for the whole round.</param>
/// <param name="Asked">In the asker's own words: for the asker and those who run rounds.</param>
/// <param name="AskedAt">For the asker and those who run rounds.</param>
/// <param name="SupplierId">The asker: for itself, and for those who run rounds once the bids are opened.</param>
/// <param name="Question">As all invited read it; null until answered.</param>
/// <param name="Answer">Null until answered.</param>
/// <param name="AnsweredAt">When the answer that holds was given.</param>
/// <param name="Corrections">How often the answer was corrected.</param>
/// <param name="Proposal">For those who run rounds: the extension that a late answer proposes, while the window leaves too little time.</param>
public sealed record QuestionView(
    string RoundId, string QuestionId, string? LotId, string? Asked, Instant? AskedAt, string? SupplierId, Text? Question, Text? Answer, Instant? AnsweredAt,
    int Corrections, ExtensionProposal? Proposal)
{
    /// <summary>Whether the caller may know of the question.</summary>
    public static bool MaySee(Round round, Question question, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.Answer is not null || IsOwn(question, caller) || RoundAccess.RunsRounds(round, caller);
    }

    public static QuestionView For(Round round, Question question, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(caller);
        var (own, runs, answer) = (IsOwn(question, caller), caller.SupplierId is null && RoundAccess.RunsRounds(round, caller), question.Answer);
        return new QuestionView(
            question.RoundId, question.QuestionId, question.LotId,
            own || runs ? question.Asked : null,
            own || runs ? question.AskedAt : null,
            own || (runs && round.OpenedAt is not null) ? question.SupplierId : null,
            answer?.Question, answer?.Answer, answer?.At, Math.Max(question.Answers.Length - 1, 0),
            runs && round.Phase is RoundPhase.Bidding && answer is not null ? ExtensionProposals.After(round, answer.At, RuleTable.Norwegian) : null);
    }

    private static bool IsOwn(Question question, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.HasAny(Role.SupplierUser, Role.SupplierSystem) && caller.SupplierId == question.SupplierId;
    }
}
