using Microsoft.Extensions.Logging;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;
using Samkjop.Telemetry;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>
/// Gives receipts for bid documents that the store has committed: by name, size, time and hash. Content is never interpreted. Repeating is
/// harmless, and an upload that belongs to nothing is logged and left alone.
/// </summary>
public sealed partial class BidUploads(IDocumentStore store, IBlobStore blobs, Aggregates aggregates, TimeProvider clock, SamkjopMetrics metrics, ILogger<BidUploads> logger)
{
    /// <summary>Registers one upload by its blob's name.</summary>
    public async Task RegisterAsync(string blobName, CancellationToken cancellationToken)
    {
        if (BidBlobName.Parse(blobName) is not { } name || await blobs.FindAsync(BlobContainers.Bids, blobName, cancellationToken) is not { } blob)
        {
            LogUnknown(logger, blobName);
            return;
        }

        await RegisterAsync(name, blob, cancellationToken);
    }

    /// <summary>Lists what a round's suppliers have uploaded and registers what has no receipt yet.</summary>
    public async Task ReconcileAsync(string roundId, CancellationToken cancellationToken)
    {
        var registered = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var bid in store.AllAsync<Bid>(roundId, "bid-", cancellationToken))
        {
            registered.UnionWith(bid.Document.Documents.Where(d => d.Receipt is { Verdict: not ReceiptVerdict.Late }).Select(d => BidBlobName.Of(bid.Document, d.DocumentId).ToString()));
        }

        await foreach (var blob in blobs.ListAsync(BlobContainers.Bids, BidBlobName.PrefixOf(roundId), cancellationToken))
        {
            if (!registered.Contains(blob.Name) && BidBlobName.Parse(blob.Name) is { } name)
            {
                await RegisterAsync(name, blob, cancellationToken);
            }
        }
    }

    private async Task RegisterAsync(BidBlobName name, BlobProperties blob, CancellationToken cancellationToken)
    {
        var round = await store.FindAsync<Round>(name.RoundId, "round", cancellationToken);
        var bid = await store.FindAsync<Bid>(name.RoundId, name.BidId, cancellationToken);
        if (round is null || bid?.Document.Documents.FirstOrDefault(d => d.DocumentId == name.DocumentId) is not { } document)
        {
            LogUnknown(logger, blob.Name);
            return;
        }

        if (document.Receipt is { } given && (given.Verdict is not ReceiptVerdict.Late || given.ReceivedAt >= round.Document.Invitation?.Window.Closes))
        {
            return;
        }

        var upload = new RegisterUpload(name.DocumentId, blob.CommittedAt, blob.Size, await blobs.Sha256Async(blob, cancellationToken));
        var command = new CommandContext(Actor.Platform(nameof(BidUploads)), clock.Now());
        var outcome = await aggregates.DecideAsync<Bid>(
            name.RoundId, name.BidId, command, b => Receiving.Register(round.Document, b, upload), cancellationToken);
        var registered = outcome.Required().Documents.First(d => d.DocumentId == name.DocumentId);
        if (outcome is Outcome<Bid>.Accepted { Changed: true } && registered.Receipt is { } receipt)
        {
            metrics.ReceiptGiven(receipt.Verdict);
        }

        LogRegistered(logger, blob.Name);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody announced the upload {BlobName}; it is left alone and belongs to no bid.")]
    private static partial void LogUnknown(ILogger logger, string blobName);

    [LoggerMessage(Level = LogLevel.Information, Message = "Gave a receipt for {BlobName}.")]
    private static partial void LogRegistered(ILogger logger, string blobName);
}
