using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>A supplier's sealed offer for one or more lots: which documents it holds, never what they say.</summary>
public sealed record Bid : IAggregate<Bid>
{
    public static string Container => Containers.Rounds;

    public static string Kind => "bid";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    /// <summary><c>bid-…</c>, derived from the supplier: one bid per supplier and round.</summary>
    public required string BidId { get; init; }

    public required string SupplierId { get; init; }

    public required BidState State { get; init; }

    public required Instant StartedAt { get; init; }

    public required string StartedBy { get; init; }

    /// <summary>Documents announced and registered, by document id; replaced ones stay, marked so.</summary>
    public ImmutableArray<BidDocument> Documents { get; init; } = [];

    /// <summary>How long the supplier stands by the bid (vedståelsesfrist), last local day.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>The sheets as read at the opening, per lot; empty before. Bid data: never in status, logs or nudges.</summary>
    public ImmutableArray<OpenedSheet> Sheets { get; init; } = [];

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public string Id => BidId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger);

    public Bid With(Ledger ledger) => this with { Ledger = ledger };
}

public enum BidState
{
    Open,
    Withdrawn,
    Opened,

    /// <summary>Nothing of it was in the closing manifest.</summary>
    Empty,
}

/// <param name="DocumentId"><c>doc-…</c>, derived from caller and key; names the blob.</param>
/// <param name="Purpose">What the document is.</param>
/// <param name="LotId">The lot a sheet is for; null for documents of the whole bid.</param>
/// <param name="FileName">As the supplier names it, made safe.</param>
/// <param name="Receipt">Set when the store has committed the upload.</param>
/// <param name="ReplacedBy">The document that took its place before closing; null while it counts.</param>
public sealed record BidDocument(string DocumentId, BidDocumentPurpose Purpose, string? LotId, string FileName, BidReceipt? Receipt = null, string? ReplacedBy = null);

public enum BidDocumentPurpose
{
    /// <summary>The JSON price and specification sheet of one lot.</summary>
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

/// <summary>A price and specification sheet as a bidder offers it for one lot.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Model">Make, model and variant offered.</param>
/// <param name="Specification">What the vehicle is and can do.</param>
/// <param name="UnitPrice">NOK per vehicle on the stated price basis; above 0.</param>
/// <param name="DeliveryWeeks">From order to delivery, 1–104.</param>
/// <param name="ValidUntil">Last local day on which the bid stands.</param>
public sealed record PriceSheet(string LotId, string Model, VehicleSpecification Specification, decimal UnitPrice, int DeliveryWeeks, LocalDate ValidUntil);

/// <param name="LotId">The lot that the document was uploaded for.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Sheet">The sheet; null when it could not be read.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
public sealed record OpenedSheet(string LotId, string DocumentId, PriceSheet? Sheet, string? Problem);
