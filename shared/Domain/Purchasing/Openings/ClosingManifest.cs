using System.Collections.Immutable;
using NodaTime;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Purchasing;

/// <summary>One document that was received before closing and counts.</summary>
/// <param name="BidId">The bid.</param>
/// <param name="SupplierId">Its supplier.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Purpose">Sheet or attachment.</param>
/// <param name="LotId">The lot; null for documents of the whole bid.</param>
/// <param name="ReceivedAt">When the store committed it.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record ManifestEntry(
    string BidId, string SupplierId, string DocumentId, BidDocumentPurpose Purpose, string? LotId, Instant ReceivedAt, long Size, string Sha256);

/// <summary>A page of the closing manifest, so that no document grows without bound.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Page">From 1.</param>
/// <param name="Entries">At most <see cref="ClosingManifest.PageSize"/>, in the manifest's order.</param>
public sealed record ManifestPage(string RoundId, int Page, ImmutableArray<ManifestEntry> Entries) : IDocument
{
    public static string Container => Containers.Rounds;

    public static string Kind => "manifestPage";

    public static int SchemaVersion => 1;

    /// <summary>Sorts by number: <c>manifest-0001</c>.</summary>
    public string Id => $"{ClosingManifest.IdPrefix}{Page:D4}";

    public string PartitionKey => RoundId;

    public string? Mark => null;
}

/// <summary>
/// What had been received when the window closed: fixed once, before anything is read. The same documents give the same manifest and the
/// same hash, in whatever order they were uploaded or registered. What is not in it is late.
/// </summary>
public static class ClosingManifest
{
    /// <summary>Entries per page.</summary>
    public const int PageSize = 200;

    /// <summary>How the ids of pages begin.</summary>
    public const string IdPrefix = "manifest-";

    /// <summary>
    /// The container is listed this long after closing, so that an upload that the store's clock puts before closing is visible by then,
    /// should the clocks of store and app differ.
    /// </summary>
    public static Duration Settling { get; } = Duration.FromMinutes(1);

    /// <summary>The standing documents of the bids, by bid, then document (ordinal).</summary>
    public static ImmutableArray<ManifestEntry> EntriesOf(IEnumerable<Bid> bids)
    {
        ArgumentNullException.ThrowIfNull(bids);
        return
        [
            .. bids.Where(bid => bid.State is BidState.Open)
                .SelectMany(bid => bid.Standing, EntryOf)
                .OrderBy(entry => entry.BidId, StringComparer.Ordinal)
                .ThenBy(entry => entry.DocumentId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The entries in pages.</summary>
    public static ImmutableArray<ManifestPage> PagesOf(string roundId, ImmutableArray<ManifestEntry> entries) =>
        [.. entries.Chunk(PageSize).Select((chunk, index) => new ManifestPage(roundId, index + 1, [.. chunk]))];

    /// <summary>Hash of round, closing and entries by <see cref="CanonicalJson"/>, lower-case hexadecimal; pages play no part.</summary>
    public static string Sha256Of(string roundId, Instant closes, ImmutableArray<ManifestEntry> entries) =>
        CanonicalJson.Sha256(new { roundId, closes, entries });

    private static ManifestEntry EntryOf(Bid bid, BidDocument document)
    {
        var receipt = document.Receipt ?? throw new InvalidOperationException($"{document.DocumentId} stands without a receipt.");
        return new(bid.BidId, bid.SupplierId, document.DocumentId, document.Purpose, document.LotId, receipt.ReceivedAt, receipt.Size, receipt.Sha256);
    }
}
