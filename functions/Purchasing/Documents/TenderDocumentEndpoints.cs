using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Rules;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Documents;

/// <summary>The files that bidders are given: entered by officers, released with the invitation, corrected with a reason that all are told.</summary>
public sealed class TenderDocumentEndpoints(
    RoundReader rounds, Aggregates aggregates, RefusedAttempts attempts, TenderUploads uploads, IBlobStore blobs, RoundNotices notices)
{
    /// <param name="Kind">What it is.</param>
    /// <param name="UploadId">Of the upload that holds the file.</param>
    /// <param name="Title">As bidders are to read it.</param>
    /// <param name="FileName">With its extension.</param>
    /// <param name="Reason">Required once the invitation is out; all invited read it.</param>
    public sealed record DocumentBody(TenderDocumentKind Kind, string UploadId, Text Title, string FileName, Text? Reason = null);

    /// <inheritdoc cref="DocumentBody"/>
    public sealed record VersionBody(string UploadId, Text Title, string FileName, Text? Reason = null);

    [Function(nameof(AddTenderDocument))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> AddTenderDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/documents")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<DocumentBody>(cancellationToken);
        var file = await uploads.FileAsync(context, roundId, body.UploadId, body.Title, body.FileName, cancellationToken);
        var add = new AddTenderDocument(context.DeriveId("document"), body.Kind, file, body.Reason, context.Caller(), context.Arrived());
        return await DecideAsync(request, context, roundId, add.DocumentId, created: true, round => TenderDocuments.Add(round, add, RuleTable.Norwegian), cancellationToken);
    }

    [Function(nameof(ReviseTenderDocument))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> ReviseTenderDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/documents/{documentId}/versions")] HttpRequest request,
        string roundId, string documentId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<VersionBody>(cancellationToken);
        var file = await uploads.FileAsync(context, roundId, body.UploadId, body.Title, body.FileName, cancellationToken);
        var revise = new ReviseTenderDocument(documentId, file, body.Reason, context.Caller(), context.Arrived());
        return await DecideAsync(request, context, roundId, documentId, created: false, round => TenderDocuments.Revise(round, revise, RuleTable.Norwegian), cancellationToken);
    }

    [Function(nameof(RemoveTenderDocument))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RemoveTenderDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "rounds/{roundId}/documents/{documentId}")] HttpRequest request,
        string roundId, string documentId, FunctionContext context, CancellationToken cancellationToken)
    {
        var remove = new RemoveTenderDocument(documentId, context.Caller(), context.Arrived());
        return await DecideAsync(request, context, roundId, documentId, created: false, round => TenderDocuments.Remove(round, remove), cancellationToken);
    }

    [Function(nameof(GetTenderDocuments))]
    [RequiresLogin]
    public async Task<IResult> GetTenderDocuments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/documents")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var stored = await rounds.ReadAsync(context, roundId, cancellationToken);
        var caller = context.Caller();
        return Reply.Ok(
            new ListPage<TenderDocumentView>(
                [.. TenderDocumentAccess.VisibleTo(stored.Document, caller).Select(document => TenderDocumentView.Of(stored.Document, document, caller))], null),
            stored.ETag);
    }

    [Function(nameof(GetTenderDocument))]
    [RequiresLogin]
    public async Task<IResult> GetTenderDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/documents/{documentId}/versions/{version}")] HttpRequest request,
        string roundId, string documentId, string version, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = (await rounds.ReadAsync(context, roundId, cancellationToken)).Document;
        var document = TenderDocumentAccess.VisibleTo(round, context.Caller()).FirstOrDefault(d => d.DocumentId == documentId);
        var found = document?.Versions.FirstOrDefault(v => v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == version);
        if (document is null || found is null)
        {
            throw await attempts.RecordAsync(context, roundId, documentId, Refusals.NotFound("tenderDocument", $"{documentId}/{version}"), cancellationToken);
        }

        var content = await blobs.ReadAllAsync(BlobContainers.Records, found.Blob, cancellationToken);
        return new FileReply(content, TenderDocumentRules.MediaTypeOf(found.FileName) ?? "application/octet-stream", TenderDocumentRules.SavedNameOf(document, found));
    }

    private async Task<IResult> DecideAsync(
        HttpRequest request, FunctionContext context, string roundId, string documentId, bool created, Func<Round, Decision<Round>> decide,
        CancellationToken cancellationToken)
    {
        var outcome = await aggregates.DecideAsync(roundId, "round", context.Command(request.IfMatch()), decide, cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, documentId, outcome, cancellationToken);
        await notices.TellAsync(roundId, cancellationToken);
        var view = TenderDocumentView.Of(stored.Document, stored.Document.Documents.Single(d => d.DocumentId == documentId), context.Caller());
        return created ? Reply.Created(view, $"/api/rounds/{roundId}/documents", stored.ETag) : Reply.Ok(view, stored.ETag);
    }
}
