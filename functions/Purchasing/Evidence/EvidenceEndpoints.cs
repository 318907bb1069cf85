using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Evidence;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Evidence;

/// <summary>The proposed winner shows what it was asked for, and an officer judges it.</summary>
public sealed class EvidenceEndpoints(IDocumentStore store, Aggregates aggregates, BidGuard guard, EvidenceUploads uploads)
{
    private const string Route = "rounds/{roundId}/lots/{lotId}/evidence/{bidId}";

    /// <param name="IssuedOn">The day on the certificate.</param>
    /// <param name="Reference">Where it is found; required where there is no document.</param>
    /// <param name="DocumentId">A document that was uploaded to the ticket given before.</param>
    /// <param name="FileName">What the supplier calls it.</param>
    public sealed record SubmissionBody(LocalDate? IssuedOn = null, string? Reference = null, string? DocumentId = null, string? FileName = null);

    public sealed record JudgementBody(bool Accept, string Reason);

    [Function(nameof(GetWinnerEvidence))]
    [RequiresLogin]
    public async Task<IResult> GetWinnerEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string roundId, string lotId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var id = WinnerEvidence.IdOf(lotId, bidId);
        if (context.Caller().SupplierId is not null)
        {
            _ = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        }
        else
        {
            _ = await guard.ReaderAsync(context, roundId, id, cancellationToken);
        }

        var stored = (await store.FindAsync<WinnerEvidence>(roundId, id, cancellationToken)).OrNotFound(id);
        return Reply.Ok(EvidenceView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(AnnounceEvidenceUpload))]
    [RequiresRole(Role.SupplierUser)]
    public async Task<IResult> AnnounceEvidenceUpload(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/documents")] HttpRequest request, string roundId, string lotId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        var (_, bid) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var id = WinnerEvidence.IdOf(lotId, bidId);
        _ = (await store.FindAsync<WinnerEvidence>(roundId, id, cancellationToken)).OrNotFound(id);
        var upload = await uploads.IssueAsync(roundId, lotId, bid.Document.SupplierId, context.DeriveId("doc"), cancellationToken);
        return Reply.Created(upload, $"/api/rounds/{roundId}/lots/{lotId}/evidence/{bidId}") with { IsSecret = true };
    }

    [Function(nameof(SupplyWinnerEvidence))]
    [RequiresRole(Role.SupplierUser)]
    public async Task<IResult> SupplyWinnerEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/items/{itemId}/submission")] HttpRequest request, string roundId, string lotId, string bidId,
        string itemId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<SubmissionBody>(cancellationToken);
        var (_, bid) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var document = body.DocumentId is { } documentId
            ? await uploads.FindAsync(roundId, lotId, bid.Document.SupplierId, documentId, body.FileName, cancellationToken)
            : null;
        var supply = new SupplyEvidence(itemId, body.IssuedOn, body.Reference, document, context.Caller(), context.Arrived());
        return await DecidedAsync(context, request, roundId, lotId, bidId, evidence => EvidenceDecisions.Supply(lot, evidence, supply), cancellationToken);
    }

    [Function(nameof(JudgeWinnerEvidence))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> JudgeWinnerEvidence(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/items/{itemId}/judgement")] HttpRequest request, string roundId, string lotId, string bidId,
        string itemId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<JudgementBody>(cancellationToken);
        var round = await guard.RoundAsync(roundId, cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var judge = new JudgeEvidence(itemId, body.Accept, body.Reason, context.Caller(), context.Arrived());
        return await DecidedAsync(context, request, roundId, lotId, bidId, evidence => EvidenceDecisions.Judge(round, lot, evidence, judge), cancellationToken);
    }

    private async Task<IResult> DecidedAsync(
        FunctionContext context, HttpRequest request, string roundId, string lotId, string bidId,
        Func<WinnerEvidence, Decisions.Decision<WinnerEvidence>> decide, CancellationToken cancellationToken)
    {
        var id = WinnerEvidence.IdOf(lotId, bidId);
        var outcome = await aggregates.DecideAsync(roundId, id, context.Command(request.IfMatch()), decide, cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, id, outcome, cancellationToken);
        foreach (var item in stored.Document.Items)
        {
            if (item.Judgement is { Accepted: false } refused)
            {
                await store.TellAsync(EvidenceMessages.Refused(stored.Document, item, refused), cancellationToken);
            }
        }

        return Reply.Ok(EvidenceView.Of(stored.Document), stored.ETag);
    }
}
