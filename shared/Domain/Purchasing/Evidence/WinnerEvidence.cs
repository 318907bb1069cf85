using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Evidence;

/// <summary>
/// What the proposed winner of a lot was asked to show before the decider may approve, what it supplied, and how an officer judged it: the tax certificate
/// (FOA § 7-2) and the rest of what its ESPD declares. One per lot and bid.
/// </summary>
public sealed record WinnerEvidence : IAggregate<WinnerEvidence>
{
    public static string Container => Containers.Rounds;

    public static string Kind => "winnerEvidence";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    public required string LotId { get; init; }

    public required string BidId { get; init; }

    public required string SupplierId { get; init; }

    /// <summary>The officer's subject.</summary>
    public required string RequestedBy { get; init; }

    public required Instant RequestedAt { get; init; }

    /// <summary>24:00 Europe/Oslo of the last day; what comes later counts as long as nothing is decided.</summary>
    public required Instant DueBy { get; init; }

    /// <summary>At most <see cref="MaxItems"/>.</summary>
    public required ImmutableArray<EvidenceItem> Items { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public const int MaxItems = 20;

    /// <summary>How the ids of all evidence begin.</summary>
    public const string IdPrefix = "winner-evidence-";

    public string Id => IdOf(LotId, BidId);

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger);

    public static string IdOf(string lotId, string bidId) => $"{PrefixOf(lotId)}{bidId}";

    private static string PrefixOf(string lotId) => $"{IdPrefix}{lotId}-";

    public EvidenceItem? Find(string itemId) => Items.FirstOrDefault(item => item.ItemId == itemId);

    public WinnerEvidence With(Ledger ledger) => this with { Ledger = ledger };

    internal WinnerEvidence With(EvidenceItem item) => this with { Items = [.. Items.Select(old => old.ItemId == item.ItemId ? item : old)] };
}

/// <param name="ItemId"><c>tax-certificate</c>, or <c>item-1</c> …</param>
/// <param name="Description">What is asked for, 1–500 characters.</param>
public sealed record EvidenceItem(string ItemId, EvidenceKind Kind, string Description)
{
    /// <summary>What the supplier showed last; null until it has.</summary>
    public EvidenceSubmission? Submission { get; init; }

    /// <summary>How that was judged; null until it is.</summary>
    public EvidenceJudgement? Judgement { get; init; }

    /// <summary>How often the supplier has shown something.</summary>
    public int Submissions { get; init; }
}

/// <summary>What an item of evidence is. Wire format.</summary>
public enum EvidenceKind
{
    TaxCertificate,

    /// <summary>Something that the supplier's ESPD declares.</summary>
    Espd,
}

/// <param name="By">The supplier user's subject.</param>
/// <param name="At">When it arrived.</param>
/// <param name="IssuedOn">The day on the certificate; null where it has none.</param>
/// <param name="Reference">Where it can be found, or what it says, 1–2000 characters; null where a document says it all.</param>
/// <param name="Document">The document uploaded; null where the reference says it all.</param>
public sealed record EvidenceSubmission(string By, Instant At, LocalDate? IssuedOn, string? Reference, EvidenceDocument? Document);

/// <param name="DocumentId">Names the blob.</param>
/// <param name="FileName">As the supplier names it, made safe.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="ReceivedAt">When the store committed it.</param>
public sealed record EvidenceDocument(string DocumentId, string FileName, long Size, string Sha256, Instant ReceivedAt)
{
    /// <summary>Where it lies in <see cref="BlobContainers.Records"/>.</summary>
    public static string BlobOf(string roundId, string lotId, string supplierId, string documentId) => $"{roundId}/evidence/{lotId}/{supplierId}/{documentId}";
}

/// <param name="Accepted">False: the supplier may show something else until the award is decided.</param>
/// <param name="Reason">Why, 1–2000 characters; the supplier reads it.</param>
/// <param name="By">The officer's subject.</param>
public sealed record EvidenceJudgement(bool Accepted, string Reason, string By, Instant At);
