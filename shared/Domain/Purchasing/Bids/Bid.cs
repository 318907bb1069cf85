using System.Collections.Immutable;
using System.Text.Json.Serialization;
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

    /// <summary>Documents announced, in that order; replaced and withdrawn ones stay, marked so. At most <see cref="BidLimits.MaxDocuments"/>.</summary>
    public ImmutableArray<BidDocument> Documents { get; init; } = [];

    /// <summary>How long the supplier stands by the bid (vedståelsesfrist), last local day.</summary>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>That the supplier was no longer admitted when the window closed; null where it was, and before.</summary>
    public MembershipFlag? Membership { get; init; }

    /// <summary>The sheets as read at the opening, per lot; empty before. Bid data: never in status, logs or nudges.</summary>
    public ImmutableArray<OpenedSheet> Sheets { get; init; } = [];

    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>The documents that make up the bid as it stands: received in time, neither replaced nor withdrawn.</summary>
    [JsonIgnore]
    public IEnumerable<BidDocument> Standing => Documents.Where(document => document.Stands);

    public string Id => BidId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger);

    /// <summary>The id of a supplier's one bid in a round.</summary>
    public static string IdOf(string supplierId) => $"bid-{supplierId}";

    public Bid With(Ledger ledger) => this with { Ledger = ledger };
}

/// <summary>Where a bid is in its life. Wire format.</summary>
public enum BidState
{
    /// <summary>Begun; documents are taken until closing.</summary>
    Open,

    /// <summary>Taken back by the supplier before closing; may be begun anew until then.</summary>
    Withdrawn,

    /// <summary>Unsealed by the opening.</summary>
    Opened,

    /// <summary>Nothing of it was in the closing manifest.</summary>
    Empty,
}
