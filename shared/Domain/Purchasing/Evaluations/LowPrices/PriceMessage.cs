using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>What a supplier is told when it is asked about a price.</summary>
public static class PriceMessage
{
    /// <summary>The message; one per bid and lot.</summary>
    public static OutboundMessage To(Evaluation evaluation, PriceInquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(inquiry);
        var until = OsloFormat.Deadline(inquiry.AnswerBy);
        return new OutboundMessage(
            evaluation.RoundId,
            $"price-inquiry-{evaluation.LotId}-{evaluation.BidId}",
            MessageRecipient.Supplier(evaluation.SupplierId),
            new Text($"Spørsmål om prisen i tilbudet på {evaluation.LotId}", $"A question about the price of your bid for {evaluation.LotId}"),
            new Text(
                $"Vi ber om en skriftlig forklaring på prisen. Les spørsmålet og svar innen {until.No}. Uten svar avgjøres spørsmålet på det grunnlaget vi har.",
                $"We ask for a written explanation of the price. Read the question and answer by {until.En}. Without an answer we decide on what we have."),
            $"/api/rounds/{evaluation.RoundId}/lots/{evaluation.LotId}/evaluations/{evaluation.BidId}/price-inquiry",
            inquiry.At);
    }
}
