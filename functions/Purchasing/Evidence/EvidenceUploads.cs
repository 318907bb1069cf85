using System.Security.Cryptography;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Functions.Purchasing.Evidence;

/// <param name="DocumentId">To be named when the item is supplied.</param>
/// <param name="Upload">Where and how to upload the document, once. A secret until it expires.</param>
public sealed record EvidenceUploadView(string DocumentId, UploadTicket Upload);

/// <summary>Documents that a proposed winner uploads as evidence; they lie with the round's records.</summary>
public sealed class EvidenceUploads(IBlobStore blobs)
{
    public async Task<EvidenceUploadView> IssueAsync(string roundId, string lotId, string supplierId, string documentId, CancellationToken cancellationToken) => new(
        documentId,
        await blobs.IssueUploadAsync(BlobContainers.Records, EvidenceDocument.BlobOf(roundId, lotId, supplierId, documentId), BidLimits.TicketLifetime, cancellationToken));

    /// <summary>The document as it was received.</summary>
    /// <exception cref="ProblemException">409: it has not been uploaded.</exception>
    public async Task<EvidenceDocument> FindAsync(
        string roundId, string lotId, string supplierId, string documentId, string? fileName, CancellationToken cancellationToken)
    {
        var name = EvidenceDocument.BlobOf(roundId, lotId, supplierId, documentId);
        if (!IsId(documentId) || await blobs.FindAsync(BlobContainers.Records, name, cancellationToken) is not { } blob)
        {
            throw new ProblemException(EvidenceRefusals.NotUploaded(documentId));
        }

        var safe = FileNames.MadeSafe(fileName ?? documentId);
        return new EvidenceDocument(
            documentId, safe.Length is > 0 and <= BidLimits.MaxFileName ? safe : documentId, blob.Size, blob.Sha256 ?? await HashAsync(name, cancellationToken), blob.CommittedAt);
    }

    private async Task<string> HashAsync(string name, CancellationToken cancellationToken)
    {
        await using var content = await blobs.OpenReadAsync(BlobContainers.Records, name, cancellationToken);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    private static bool IsId(string documentId) => documentId.Length is > 0 and <= 40 && documentId.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
