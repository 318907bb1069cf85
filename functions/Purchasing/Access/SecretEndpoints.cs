using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Access;

/// <summary>Business secrets in a bid's documents, and the copies without them that others are given.</summary>
public sealed class SecretEndpoints(IDocumentStore store, IBlobStore blobs, Aggregates aggregates, BidGuard guard)
{
    private static readonly Duration TicketLifetime = Duration.FromMinutes(30);

    /// <param name="Reason">What is secret and why; or why the copy is needed.</param>
    public sealed record ReasonBody(string Reason);

    /// <param name="UploadId">Of the upload that holds the copy.</param>
    /// <param name="FileName">With its extension.</param>
    public sealed record CopyBody(string UploadId, string FileName);

    /// <param name="UploadId">Named when the copy is given.</param>
    /// <param name="Upload">Where and how to upload it, once. A secret until it expires.</param>
    public sealed record UploadView(string UploadId, UploadTicket Upload);

    [Function(nameof(MarkBusinessSecret))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> MarkBusinessSecret(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bids/{bidId}/documents/{documentId}/secret")] HttpRequest request,
        string roundId, string bidId, string documentId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<ReasonBody>(cancellationToken);
        var (round, bid) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var mark = new MarkSecret(documentId, body.Reason, context.Caller(), context.Arrived());
        return await DecideAsync(context, roundId, bidId, documentId, secret => SecretDecisions.Mark(round, bid.Document, secret, mark), cancellationToken);
    }

    [Function(nameof(DemandRedactedCopy))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> DemandRedactedCopy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bids/{bidId}/documents/{documentId}/redacted-copy-demands")] HttpRequest request,
        string roundId, string bidId, string documentId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<ReasonBody>(cancellationToken);
        var round = await guard.ReaderAsync(context, roundId, bidId, cancellationToken);
        var bid = (await store.FindAsync<Bid>(roundId, bidId, cancellationToken)).OrNotFound(bidId).Document;
        var demand = new Samkjop.Purchasing.Access.DemandRedactedCopy(documentId, body.Reason, context.Caller(), context.Arrived());
        var outcome = await OutcomeAsync(context, roundId, documentId, secret => SecretDecisions.Demand(round, bid, secret, demand), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, documentId, outcome, cancellationToken);
        await store.TellAsync(AccessMessages.CopyDemanded(round, stored.Document, stored.Document.Demanded!), cancellationToken);
        return Reply.Ok(SecretView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(BeginRedactedUpload))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> BeginRedactedUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bids/{bidId}/documents/{documentId}/redacted-copy-uploads")] HttpRequest request,
        string roundId, string bidId, string documentId, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        await OwnSecretAsync(context, roundId, bidId, documentId, cancellationToken);
        var uploadId = context.DeriveId("redacted");
        var ticket = await blobs.IssueUploadAsync(BlobContainers.Records, BlobOf(roundId, documentId, uploadId), TicketLifetime, cancellationToken);
        return Reply.Created(
            new UploadView(uploadId, ticket with { MaxBytes = BidLimits.MaxAttachmentBytes }),
            $"/api/rounds/{roundId}/bids/{bidId}/documents/{documentId}/redacted-copies") with
        { IsSecret = true };
    }

    [Function(nameof(GiveRedactedCopy))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> GiveRedactedCopy(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bids/{bidId}/documents/{documentId}/redacted-copies")] HttpRequest request,
        string roundId, string bidId, string documentId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<CopyBody>(cancellationToken);
        var (round, bid) = await OwnSecretAsync(context, roundId, bidId, documentId, cancellationToken);
        var blob = DocumentIds.IsDerived(body.UploadId, "redacted")
            ? await blobs.FindAsync(BlobContainers.Records, BlobOf(roundId, documentId, body.UploadId), cancellationToken)
            : null;
        if (blob is null)
        {
            throw new ProblemException(TenderDocumentRefusals.NotUploaded(body.UploadId));
        }

        var sha256 = blob.Size <= BidLimits.MaxAttachmentBytes ? await blobs.Sha256Async(blob, cancellationToken) : "";
        var give = new Samkjop.Purchasing.Access.GiveRedactedCopy(documentId, body.FileName, blob.Size, sha256, blob.Name, context.Caller(), context.Arrived());
        return await DecideAsync(context, roundId, bidId, documentId, secret => SecretDecisions.Give(round, bid, secret!, give), cancellationToken);
    }

    [Function(nameof(GetBusinessSecret))]
    [RequiresLogin]
    public async Task<IResult> GetBusinessSecret(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/bids/{bidId}/documents/{documentId}/secret")] HttpRequest request,
        string roundId, string bidId, string documentId, FunctionContext context, CancellationToken cancellationToken)
    {
        if (context.Caller().HasAny(Role.SupplierUser, Role.SupplierSystem))
        {
            _ = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        }
        else
        {
            _ = await guard.ReaderAsync(context, roundId, documentId, cancellationToken);
        }

        var stored = await FindAsync(roundId, bidId, documentId, cancellationToken);
        return Reply.Ok(SecretView.Of(stored.Document), stored.ETag);
    }

    private async Task<(Round Round, Bid Bid)> OwnSecretAsync(FunctionContext context, string roundId, string bidId, string documentId, CancellationToken cancellationToken)
    {
        var (round, bid) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        _ = await FindAsync(roundId, bidId, documentId, cancellationToken);
        return (round, bid.Document);
    }

    /// <exception cref="ProblemException">404: nothing was said of the document's secrets, or it is another bid's.</exception>
    private async Task<Stored<BusinessSecret>> FindAsync(string roundId, string bidId, string documentId, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync<BusinessSecret>(roundId, BusinessSecret.IdOf(documentId), cancellationToken);
        return (stored?.Document.BidId == bidId ? stored : null).OrNotFound(documentId);
    }

    private async Task<IResult> DecideAsync(
        FunctionContext context, string roundId, string bidId, string documentId, Func<BusinessSecret?, Decision<BusinessSecret>> decide, CancellationToken cancellationToken)
    {
        var outcome = await OutcomeAsync(context, roundId, documentId, decide, cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, bidId, outcome, cancellationToken);
        return Reply.Ok(SecretView.Of(stored.Document), stored.ETag);
    }

    private async Task<Outcome<BusinessSecret>> OutcomeAsync(
        FunctionContext context, string roundId, string documentId, Func<BusinessSecret?, Decision<BusinessSecret>> decide, CancellationToken cancellationToken)
    {
        var (id, command) = (BusinessSecret.IdOf(documentId), context.Command());
        return DocumentIds.IsDerived(documentId, "doc") && await aggregates.FindAsync<BusinessSecret>(roundId, id, cancellationToken) is null
            ? await aggregates.CreateAsync(command, decide(null), cancellationToken)
            : await aggregates.DecideAsync<BusinessSecret>(roundId, id, command, secret => decide(secret), cancellationToken);
    }

    private static string BlobOf(string roundId, string documentId, string uploadId) => $"{roundId}/redacted/{documentId}/{uploadId}";
}

/// <summary>What is known of the secrets in a document, as its supplier and the round's people read it.</summary>
public sealed record SecretView(string RoundId, string BidId, string DocumentId, SecretMark? Marked, CopyDemand? Demanded, RedactedCopyView? Copy)
{
    public static SecretView Of(BusinessSecret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return new(
            secret.RoundId, secret.BidId, secret.DocumentId, secret.Marked, secret.Demanded,
            secret.Copy is { } copy ? new(copy.FileName, copy.Size, copy.Sha256, copy.At) : null);
    }
}

/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record RedactedCopyView(string FileName, long Size, string Sha256, Instant At);
