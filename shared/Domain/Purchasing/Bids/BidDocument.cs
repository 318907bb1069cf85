using System.Text.Json.Serialization;
using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>A document of a bid: announced first, uploaded straight to the store, then registered with its receipt.</summary>
/// <param name="DocumentId"><c>doc-…</c>, derived from caller and key; names the blob.</param>
/// <param name="Purpose">What the document is.</param>
/// <param name="LotId">The lot a sheet is for; null for documents of the whole bid.</param>
/// <param name="FileName">As the supplier names it, made safe.</param>
/// <param name="AnnouncedAt">When the upload was asked for.</param>
/// <param name="Receipt">Set when the store has committed the upload.</param>
/// <param name="ReplacedBy">The document that took its place before closing; null while it counts.</param>
/// <param name="WithdrawnAt">When the bid that it belonged to was withdrawn; null while it counts.</param>
public sealed record BidDocument(
    string DocumentId, BidDocumentPurpose Purpose, string? LotId, string FileName, Instant AnnouncedAt,
    BidReceipt? Receipt = null, string? ReplacedBy = null, Instant? WithdrawnAt = null)
{
    /// <summary>Whether the document is part of the bid: received in time, neither replaced nor withdrawn.</summary>
    [JsonIgnore]
    public bool Stands => Receipt is { Verdict: ReceiptVerdict.Accepted } && ReplacedBy is null && WithdrawnAt is null;

    /// <summary>Whether both documents say the same thing, so that the one announced last takes the other's place.</summary>
    public bool TakesThePlaceOf(BidDocument other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Purpose == other.Purpose && LotId == other.LotId
            && (Purpose is BidDocumentPurpose.Sheet || string.Equals(FileName, other.FileName, StringComparison.OrdinalIgnoreCase));
    }
}

public enum BidDocumentPurpose
{
    /// <summary>The price and specification sheet of one lot, JSON or the filled-in XLSX form.</summary>
    Sheet,

    /// <summary>Anything else.</summary>
    Attachment,
}

/// <summary>What the platform says it received, and when.</summary>
/// <param name="ReceivedAt">When the store committed the upload, never when a handler ran.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Verdict">Accepted, or why not.</param>
public sealed record BidReceipt(Instant ReceivedAt, long Size, string Sha256, ReceiptVerdict Verdict);

/// <summary>What became of an upload. Wire format.</summary>
public enum ReceiptVerdict
{
    Accepted,

    /// <summary>Committed at or after closing.</summary>
    Late,

    /// <summary>Larger than the limit.</summary>
    TooLarge,

    /// <summary>The bid had been withdrawn.</summary>
    Withdrawn,
}
