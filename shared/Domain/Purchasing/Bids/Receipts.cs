using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>Receipts in words.</summary>
public static class Receipts
{
    /// <summary>What became of an announced document, as the supplier reads it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="closes">When the bid window closes.</param>
    public static Text Explain(BidDocument document, Instant closes)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Receipt is not { } receipt)
        {
            return new Text(
                $"«{document.FileName}» er meldt, men ikke mottatt ennå. Last den opp før {OsloFormat.Deadline(closes).No}.",
                $"\"{document.FileName}\" is announced but not received yet. Upload it before {OsloFormat.Deadline(closes).En}.");
        }

        var at = OsloFormat.Moment(receipt.ReceivedAt);
        return receipt.Verdict switch
        {
            ReceiptVerdict.Accepted when document.WithdrawnAt is not null => new Text(
                $"Mottatt {at.No}, {receipt.Size} byte. Tilbudet er siden trukket, og dokumentet teller ikke.",
                $"Received {at.En}, {receipt.Size} bytes. The bid has been withdrawn since, and the document does not count."),
            ReceiptVerdict.Accepted when document.ReplacedBy is { } by => new Text(
                $"Mottatt {at.No}, {receipt.Size} byte. Siden erstattet av {by}.",
                $"Received {at.En}, {receipt.Size} bytes. Replaced by {by} since."),
            ReceiptVerdict.Accepted => new Text(
                $"Mottatt {at.No}, {receipt.Size} byte. Dokumentet er en del av tilbudet.",
                $"Received {at.En}, {receipt.Size} bytes. The document is part of the bid."),
            ReceiptVerdict.Late => new Text(
                $"For sent: lageret tok imot dokumentet {at.No}, og tilbudsfristen gikk ut {OsloFormat.Deadline(closes).No}. Det er ikke en del av tilbudet; det som kom før fristen, står.",
                $"Too late: the store took the document {at.En}, and the bid window closed {OsloFormat.Deadline(closes).En}. It is not part of the bid; what came before closing stands."),
            ReceiptVerdict.TooLarge => new Text(
                $"For stort: {receipt.Size} byte, og grensen er {BidLimits.MaxBytes(document.Purpose)}. Det er ikke en del av tilbudet. Meld et mindre dokument før {OsloFormat.Deadline(closes).No}.",
                $"Too large: {receipt.Size} bytes, and the limit is {BidLimits.MaxBytes(document.Purpose)}. It is not part of the bid. Announce a smaller document before {OsloFormat.Deadline(closes).En}."),
            ReceiptVerdict.Withdrawn => new Text(
                $"Mottatt {at.No}, etter at tilbudet var trukket. Det er ikke en del av noe tilbud. Start tilbudet på nytt før {OsloFormat.Deadline(closes).No}.",
                $"Received {at.En}, after the bid had been withdrawn. It is part of no bid. Begin the bid anew before {OsloFormat.Deadline(closes).En}."),
            _ => throw new ArgumentOutOfRangeException(nameof(document), receipt.Verdict, "Unknown verdict."),
        };
    }
}
