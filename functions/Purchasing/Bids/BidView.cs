using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>A bid as its own supplier sees it: which documents were received, never what they say.</summary>
/// <param name="ClosesAt">Documents are received until this instant, exclusive.</param>
public sealed record BidView(string RoundId, string BidId, string SupplierId, BidState State, Instant StartedAt, Instant ClosesAt, IReadOnlyList<ReceiptView> Documents)
{
    public static BidView Of(Round round, Bid bid)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(bid);
        return new(
            bid.RoundId, bid.BidId, bid.SupplierId, bid.State, bid.StartedAt, round.Invitation!.Window.Closes,
            [.. bid.Documents.Select(document => ReceiptView.Of(round, document))]);
    }
}

/// <param name="Stands">Whether the document is part of the bid as it is now.</param>
/// <param name="Receipt">Null until the store has committed the upload.</param>
/// <param name="Explanation">The same in words.</param>
public sealed record ReceiptView(
    string DocumentId, BidDocumentPurpose Purpose, string? LotId, string FileName, bool Stands, BidReceipt? Receipt, string? ReplacedBy, Text Explanation)
{
    public static ReceiptView Of(Round round, BidDocument document)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(document);
        return new(
            document.DocumentId, document.Purpose, document.LotId, document.FileName, document.Stands, document.Receipt, document.ReplacedBy,
            Receipts.Explain(document, round.Invitation!.Window.Closes));
    }
}
