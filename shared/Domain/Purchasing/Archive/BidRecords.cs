using System.Collections.Immutable;
using Samkjop.Ports;
using Samkjop.Purchasing.Access;
using Samkjop.Serialization;

namespace Samkjop.Purchasing.Archive;

/// <summary>Opened bids in the journal: what counted, with its receipts. The content of what came late, was replaced or withdrawn stays unread.</summary>
internal static class BidRecords
{
    public static RoundRecord Of(JournalSources sources, Bid bid)
    {
        var closes = sources.Round.Invitation?.Window.Closes ?? sources.Round.OpenedAt!.Value;
        var receipts = new RecordFile(
            "kvitteringer.json", new("Kvitteringer", "Receipts"), "application/json",
            new RecordSource.Written(() => CanonicalJson.BytesOf(bid.Documents.Select(document => new
            {
                document.DocumentId,
                document.FileName,
                document.LotId,
                document.Stands,
                document.Receipt,
                Explanation = Receipts.Explain(document, closes),
            }).ToList())));
        IEnumerable<RecordFile> documents = bid.State is BidState.Opened ? bid.Standing.OrderBy(d => d.DocumentId, StringComparer.Ordinal).Select(d => FileOf(sources, bid, d)) : [];
        return new(
            bid.BidId, RecordKind.Bid, RecordDirection.In, new("Tilbud", "Bid"),
            bid.Documents.Select(document => document.Receipt?.ReceivedAt).Where(at => at is not null).DefaultIfEmpty(bid.StartedAt).Max()!.Value,
            sources.SupplierName(bid.SupplierId), [.. documents, receipts], null);
    }

    private static RecordFile FileOf(JournalSources sources, Bid bid, BidDocument document)
    {
        var secret = sources.Secrets.FirstOrDefault(s => s.DocumentId == document.DocumentId && s.BidId == bid.BidId);
        var title = new Text(document.FileName, document.FileName);
        return new(
            document.FileName, title, MediaTypeOf(document.FileName), new RecordSource.Stored(BlobContainers.Bids, BidBlobName.Of(bid, document.DocumentId).ToString()),
            secret?.Marked is not null,
            secret?.Copy is { } copy
                ? new RecordFile(
                    copy.FileName, new($"{document.FileName}, sladdet", $"{document.FileName}, redacted"), MediaTypeOf(copy.FileName),
                    new RecordSource.Stored(BlobContainers.Records, copy.Blob))
                : null);
    }

    private static string MediaTypeOf(string fileName) =>
        fileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "application/json" : TenderDocumentRules.MediaTypeOf(fileName) ?? "application/octet-stream";
}
