using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Documents;

/// <summary>Where an officer's file goes before it is entered as a document: straight to the store, and known from then on by what the store has.</summary>
public sealed partial class TenderUploads(IDocumentStore store, IBlobStore blobs, RefusedAttempts attempts)
{
    private static readonly Duration TicketLifetime = Duration.FromMinutes(30);

    /// <param name="UploadId">Named when the file is entered.</param>
    /// <param name="Upload">Where and how to upload it, once. A secret until it expires.</param>
    public sealed record View(string UploadId, UploadTicket Upload);

    [Function(nameof(BeginTenderUpload))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> BeginTenderUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/documents/uploads")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        await RequireOfficerAsync(context, roundId, cancellationToken);
        var uploadId = context.DeriveId("upload");
        var ticket = await blobs.IssueUploadAsync(BlobContainers.Records, BlobOf(roundId, uploadId), TicketLifetime, cancellationToken);
        return Reply.Created(
            new View(uploadId, ticket with { MaxBytes = TenderDocumentRules.MaxBytes }), $"/api/rounds/{roundId}/documents", etag: null) with
        { IsSecret = true };
    }

    /// <summary>The file as the store has it.</summary>
    /// <exception cref="ProblemException">403, recorded, for others than officers of the round; 409 when nothing was uploaded under the id.</exception>
    public async Task<TenderFile> FileAsync(
        FunctionContext context, string roundId, string uploadId, Text title, string fileName, CancellationToken cancellationToken)
    {
        await RequireOfficerAsync(context, roundId, cancellationToken);
        var blob = UploadId().IsMatch(uploadId) ? await blobs.FindAsync(BlobContainers.Records, BlobOf(roundId, uploadId), cancellationToken) : null;
        if (blob is null)
        {
            throw new ProblemException(TenderDocumentRefusals.NotUploaded(uploadId));
        }

        var sha256 = blob.Size <= TenderDocumentRules.MaxBytes ? await blobs.Sha256Async(blob, cancellationToken) : "";
        return new TenderFile(title, fileName, blob.Size, sha256, blob.Name);
    }

    private async Task RequireOfficerAsync(FunctionContext context, string roundId, CancellationToken cancellationToken)
    {
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        if (RoundAccess.MayActAs(round, context.Caller(), Role.ProcurementOfficer, context.Arrived()) is { } refusal)
        {
            throw await attempts.RecordAsync(context, roundId, "documents", refusal, cancellationToken);
        }
    }

    private static string BlobOf(string roundId, string uploadId) => $"{roundId}/documents/{uploadId}";

    [GeneratedRegex(@"^upload-[0-9a-f]{20}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UploadId();
}
