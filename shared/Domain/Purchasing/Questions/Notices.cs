namespace Samkjop.Purchasing;

/// <summary>
/// Everything that all invited suppliers are to have been told while they bid, derived from the documents: whoever finds one missing may leave it, and
/// no order or repetition leaves it twice.
/// </summary>
public static class Notices
{
    /// <summary>How the ids of these messages begin.</summary>
    public const string IdPrefix = "notice-";

    /// <summary>The messages of a round; none before its invitation.</summary>
    public static IEnumerable<OutboundMessage> Of(Round round, IEnumerable<Question> questions)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(questions);
        var answers = questions.SelectMany(question => question.Answers.Select((_, index) => (Question: question, Number: index + 1))).ToList();
        return LateOnes(round).Concat((round.Invitation?.InvitedSupplierIds ?? []).SelectMany(supplier => (IEnumerable<OutboundMessage>)
        [
            .. answers.Select(answer => AnswerMessage.To(supplier, round, answer.Question, answer.Number)),
            .. TenderDocuments.Corrections(round).Select(correction => CorrectionMessage.To(supplier, round, correction.Document, correction.Version)),
            .. round.ShorterTime is { } proposal ? ShorterTimeMessage.Of(supplier, round, proposal) : [],
            .. round.WindowChanges.Select((_, index) => WindowMessage.To(supplier, round, index + 1)),
        ]));
    }

    /// <summary>The invitation of those that were admitted after it went out to the others.</summary>
    private static IEnumerable<OutboundMessage> LateOnes(Round round) => (round.Invitation?.Late ?? []).Select(late =>
        InvitationMessage.To(late.SupplierId, round) with { MessageId = $"{IdPrefix}invitation-{late.SupplierId}", CreatedAt = late.At });
}
