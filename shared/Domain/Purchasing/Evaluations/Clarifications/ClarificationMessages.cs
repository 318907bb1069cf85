using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>What a supplier is told when its bid is asked about or corrected. The messages point at the words; they hold none of the bid.</summary>
public static class ClarificationMessages
{
    /// <summary>Every message about a bid for a lot, once per question and correction.</summary>
    public static IEnumerable<OutboundMessage> Of(Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return evaluation.Clarifications.Select(clarification => About(evaluation, clarification))
            .Concat(evaluation.Corrections.Select((correction, index) => About(evaluation, correction, index + 1)));
    }

    private static OutboundMessage About(Evaluation evaluation, Clarification clarification)
    {
        var until = OsloFormat.Deadline(clarification.AnswerBy);
        return new OutboundMessage(
            evaluation.RoundId,
            $"{clarification.ClarificationId}-{evaluation.LotId}-{evaluation.BidId}",
            MessageRecipient.Supplier(evaluation.SupplierId),
            new Text($"Avklaring av tilbudet på {evaluation.LotId}", $"A clarification of your bid for {evaluation.LotId}"),
            new Text(
                $"Vi ber om en skriftlig avklaring av hva tilbudet sier. Les spørsmålet og svar innen {until.No}. Det forhandles ikke: svaret kan forklare tilbudet, men ikke endre det (FOA § 23-5).",
                $"We ask for a written clarification of what your bid says. Read the question and answer by {until.En}. Nothing is negotiated: the answer can explain the bid but not change it (FOA § 23-5)."),
            LinkOf(evaluation),
            clarification.At);
    }

    private static OutboundMessage About(Evaluation evaluation, SheetCorrection correction, int number)
    {
        var field = PriceSheetForm.LineOf(correction.Field).Label;
        return new OutboundMessage(
            evaluation.RoundId,
            $"correction-{evaluation.LotId}-{evaluation.BidId}-{number}",
            MessageRecipient.Supplier(evaluation.SupplierId),
            new Text($"En åpenbar feil i tilbudet på {evaluation.LotId} er rettet", $"An obvious error in your bid for {evaluation.LotId} was corrected"),
            new Text(
                $"Feltet «{field.No}» er rettet (FOA § 23-5). Les hva det sto, hva som teller og hvorfor. Er rettelsen feil, si fra skriftlig med en gang.",
                $"The field \"{field.En}\" was corrected (FOA § 23-5). Read what it said, what counts and why. If the correction is wrong, say so in writing at once."),
            LinkOf(evaluation),
            correction.At);
    }

    private static string LinkOf(Evaluation evaluation) => $"/api/rounds/{evaluation.RoundId}/lots/{evaluation.LotId}/evaluations/{evaluation.BidId}/clarifications";
}
