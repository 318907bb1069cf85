using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>A supplier says which document it is about to upload, and gets the address to upload it to. The content never passes through the app.</summary>
public sealed class AnnounceUpload(Aggregates aggregates, IBlobStore blobs, BidGuard guard)
{
    /// <param name="Purpose">Sheet or attachment.</param>
    /// <param name="FileName">As the supplier names it.</param>
    /// <param name="LotId">Required for a sheet.</param>
    public sealed record Body(BidDocumentPurpose Purpose, string FileName, string? LotId = null);

    /// <param name="Document">The document as announced; its receipt follows the upload.</param>
    /// <param name="Upload">Where and how to upload it, once. A secret until it expires.</param>
    /// <param name="Notice">What follows from the document's name and purpose; null when nothing needs saying.</param>
    public sealed record View(ReceiptView Document, UploadTicket Upload, Text? Notice);

    [Function(nameof(AnnounceUpload))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bids/{bidId}/documents")] HttpRequest request, string roundId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var (round, _) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var announce = new AnnounceBidDocument(context.DeriveId("doc"), body.Purpose, body.LotId, body.FileName, context.Arrived());

        // Not by the request's id: a repeated key is recognised by the document, which must be the same one.
        var command = context.Command(request.IfMatch()) with { RequestId = null };
        var outcome = await aggregates.DecideAsync<Bid>(roundId, bidId, command, bid => Bidding.Announce(round, bid, announce), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, bidId, outcome, cancellationToken);

        var document = stored.Document.Documents.Single(d => d.DocumentId == announce.DocumentId);
        var name = BidBlobName.Of(stored.Document, document.DocumentId).ToString();
        var ticket = await blobs.IssueUploadAsync(BlobContainers.Bids, name, BidLimits.TicketLifetime, cancellationToken);
        return Reply.Created(
            new View(ReceiptView.Of(round, document), ticket with { MaxBytes = BidLimits.MaxBytes(document.Purpose) }, Variants.NoticeOf(stored.Document, document)),
            $"/api/rounds/{roundId}/bids/{bidId}/documents/{document.DocumentId}/receipt", stored.ETag) with
        { IsSecret = true };
    }
}
