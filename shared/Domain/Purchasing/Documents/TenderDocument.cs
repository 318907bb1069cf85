using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>A file that bidders are given beside the criteria (konkurransedokument): every version of it, of which the last one holds.</summary>
/// <param name="DocumentId"><c>document-…</c>, derived from caller and key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Versions">From 1, oldest first, never empty; earlier ones are kept as they were.</param>
/// <param name="RemovedAt">When it was taken out before the invitation; null while it holds.</param>
public sealed record TenderDocument(string DocumentId, TenderDocumentKind Kind, ImmutableArray<TenderDocumentVersion> Versions, Instant? RemovedAt = null)
{
    /// <summary>The version that holds.</summary>
    [JsonIgnore]
    public TenderDocumentVersion Current => Versions[^1];
}

/// <summary>One version of a document: a blob that is never changed, known by its hash.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">As bidders read it.</param>
/// <param name="FileName">As the officer named it, made safe.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Blob">Where it lies in <see cref="Ports.BlobContainers.Records"/>.</param>
/// <param name="At">When it was entered, UTC.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="Correction">Why it was entered after the invitation, as all invited read it; null for what the invitation released.</param>
public sealed record TenderDocumentVersion(
    int Number, Text Title, string FileName, long Size, string Sha256, string Blob, Instant At, string By, Text? Correction = null);

/// <summary>What a tender document is. Names are wire format. Criteria, formula and tie-break are no file: see <see cref="ProcurementDocument"/>.</summary>
public enum TenderDocumentKind
{
    /// <summary>What is asked for (kravspesifikasjon).</summary>
    Specification,

    /// <summary>The contract that the winner signs.</summary>
    Contract,

    /// <summary>How prices are to be stated (prisskjema), where the platform's own sheet does not say enough.</summary>
    PriceSheet,

    /// <summary>Anything else that bidders need.</summary>
    Other,
}

/// <summary>What the invitation released of one document.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Version">The version that was released.</param>
/// <param name="Sha256">Its hash, lower-case hexadecimal.</param>
public sealed record PinnedDocument(string DocumentId, TenderDocumentKind Kind, int Version, string Sha256);
