using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Functions.Purchasing.Evidence;

/// <summary>The round's people read a document that was supplied as evidence; it is recorded that they did.</summary>
public sealed class GetEvidenceDocument(IDocumentStore store, IBlobStore blobs, BidGuard guard)
{
    [Function(nameof(GetEvidenceDocument))]
    [RequiresRole(Role.ProcurementOfficer, Role.AwardDecider, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/evidence/{bidId}/items/{itemId}/document")] HttpRequest request,
        string roundId, string lotId, string bidId, string itemId, FunctionContext context, CancellationToken cancellationToken)
    {
        var id = WinnerEvidence.IdOf(lotId, bidId);
        _ = await guard.ReaderAsync(context, roundId, id, cancellationToken);
        var evidence = (await store.FindAsync<WinnerEvidence>(roundId, id, cancellationToken)).OrNotFound(id).Document;
        if (evidence.Find(itemId)?.Submission?.Document is not { } document)
        {
            throw new ProblemException(EvidenceRefusals.NothingSupplied(itemId));
        }

        await using var stored = await blobs.OpenReadAsync(
            BlobContainers.Records, EvidenceDocument.BlobOf(roundId, lotId, evidence.SupplierId, document.DocumentId), cancellationToken);
        using var content = new MemoryStream();
        await stored.CopyToAsync(content, cancellationToken);
        return new FileReply(content.ToArray(), "application/octet-stream", document.DocumentId);
    }
}
