using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Evidence;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Evidence;

/// <summary>An officer asks the proposed winner of a lot for evidence; the tax certificate is asked for by itself where the law wants it.</summary>
public sealed class RequestWinnerEvidence(IDocumentStore store, Aggregates aggregates, BidGuard guard)
{
    /// <param name="Items">What else it shall show.</param>
    public sealed record Body(ImmutableArray<string> Items = default);

    [Function(nameof(RequestWinnerEvidence))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/evidence")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = await guard.RoundAsync(roundId, cancellationToken);
        if (BidAccess.RefusesToAct(round, context.Caller(), context.Arrived(), Role.ProcurementOfficer) is { } refusal)
        {
            throw await guard.RefusedAsync(context, roundId, lotId, refusal, cancellationToken);
        }

        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var ask = new RequestEvidence(body.Items.IsDefault ? [] : body.Items, context.Caller(), context.Arrived());
        var id = WinnerEvidence.IdOf(lotId, lot.Proposal?.BidId ?? "none");
        var outcome = await aggregates.CreateAsync(roundId, id, context.Command(), () => EvidenceDecisions.Request(round, lot, ask), cancellationToken);
        if (outcome is Outcome<WinnerEvidence>.Refused { Refusal.Code: "already-exists" })
        {
            throw await guard.RefusedAsync(context, roundId, lotId, EvidenceRefusals.AlreadyRequested(lotId), cancellationToken);
        }

        var stored = await guard.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);
        await store.TellAsync(EvidenceMessages.Requested(stored.Document), cancellationToken);
        return Reply.Created(EvidenceView.Of(stored.Document), $"/api/rounds/{roundId}/lots/{lotId}/evidence/{stored.Document.BidId}", stored.ETag);
    }
}
