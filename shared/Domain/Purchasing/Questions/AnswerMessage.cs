namespace Samkjop.Purchasing;

/// <summary>What each invited supplier is told when a question is answered: the same to all, the asker included.</summary>
public static class AnswerMessage
{
    /// <summary>The message to one supplier about one answer.</summary>
    /// <param name="supplierId">An invited supplier.</param>
    /// <param name="round">The round.</param>
    /// <param name="question">The question.</param>
    /// <param name="number">1 for the answer, 2 and up for its corrections.</param>
    public static OutboundMessage To(string supplierId, Round round, Question question, int number)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(question);
        var given = question.Answers[number - 1];
        return new OutboundMessage(
            round.RoundId,
            $"{Notices.IdPrefix}{question.QuestionId}-{number}-{supplierId}",
            MessageRecipient.Supplier(supplierId),
            number == 1
                ? new Text($"Svar på spørsmål: {round.Title.No}", $"A question answered: {round.Title.En}")
                : new Text($"Rettet svar på spørsmål: {round.Title.No}", $"An answer corrected: {round.Title.En}"),
            new Text(
                $"Spørsmål: {given.Question.No}\nSvar: {given.Answer.No}\nAlle inviterte får det samme svaret.",
                $"Question: {given.Question.En}\nAnswer: {given.Answer.En}\nAll invited suppliers get the same answer."),
            $"/api/rounds/{round.RoundId}/questions/{question.QuestionId}",
            given.At);
    }
}
