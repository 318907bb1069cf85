using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Access;

/// <summary>
/// What a supplier says of the secrets in one document of its bid, and the copy without them (sladdet versjon) that is given to others in its place.
/// The supplier's word does not bind the municipality, which assesses each request itself (offentleglova § 13).
/// </summary>
public sealed record BusinessSecret : IAggregate<BusinessSecret>
{
    /// <summary>How the ids begin.</summary>
    public const string IdPrefix = "secret-";

    public static string Container => Containers.Rounds;

    public static string Kind => "businessSecret";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    public required string BidId { get; init; }

    public required string SupplierId { get; init; }

    /// <summary>The document of the bid.</summary>
    public required string DocumentId { get; init; }

    /// <summary>What is secret and why, as the supplier wrote it; null while only a copy was asked for.</summary>
    public SecretMark? Marked { get; init; }

    /// <summary>The officer's demand for a copy without secrets; null when none was made.</summary>
    public CopyDemand? Demanded { get; init; }

    /// <summary>The copy without secrets; null until the supplier has given one. A later one takes its place.</summary>
    public RedactedCopy? Copy { get; init; }

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public string Id => IdOf(DocumentId);

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger);

    /// <summary>The id for one document.</summary>
    public static string IdOf(string documentId) => $"{IdPrefix}{documentId}";

    public BusinessSecret With(Ledger ledger) => this with { Ledger = ledger };
}

/// <param name="Reason">What is secret and why.</param>
/// <param name="By">The supplier's user, by subject.</param>
/// <param name="At">When.</param>
public sealed record SecretMark(string Reason, string By, Instant At);

/// <param name="Reason">Why the copy is needed.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When.</param>
public sealed record CopyDemand(string Reason, string By, Instant At);

/// <param name="FileName">As the supplier named it, made safe.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Blob">Where it lies in <see cref="BlobContainers.Records"/>.</param>
/// <param name="By">The supplier's user, by subject.</param>
/// <param name="At">When it was given.</param>
public sealed record RedactedCopy(string FileName, long Size, string Sha256, string Blob, string By, Instant At);
