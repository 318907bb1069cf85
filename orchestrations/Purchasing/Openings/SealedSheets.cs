using System.Collections.Immutable;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reads sheets for the opening.</summary>
public sealed class SealedSheets(IBlobStore blobs)
{
    internal async Task<ImmutableArray<OpenedSheet>> ReadAsync(Bid bid, ImmutableArray<ManifestEntry> entries, CancellationToken cancellationToken)
    {
        var sheets = ImmutableArray.CreateBuilder<OpenedSheet>();
        foreach (var entry in entries.Where(entry => entry.Purpose is BidDocumentPurpose.Sheet).OrderBy(entry => entry.LotId, StringComparer.Ordinal))
        {
            sheets.Add(await ReadAsync(BidBlobName.Of(bid, entry.DocumentId), entry, cancellationToken));
        }

        return Variants.Settle(sheets);
    }

    private async Task<OpenedSheet> ReadAsync(BidBlobName name, ManifestEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            return SheetReader.Read(entry, await blobs.ReadAllAsync(BlobContainers.Bids, name.ToString(), cancellationToken));
        }
        catch (BlobMissingException)
        {
            return new OpenedSheet(entry.LotId!, entry.DocumentId, null, new Text(
                "Dokumentet står i protokollen fra tilbudsfristen, men finnes ikke lenger i lageret.",
                "The document is in the closing manifest but no longer in the store."));
        }
    }
}
