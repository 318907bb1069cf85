using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>What the ranking of a lot follows from, as a file that <c>samkjop recompute</c> checks without the app.</summary>
public sealed class ExportEvaluation(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(ExportEvaluation))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/evaluation-export")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        _ = await guard.ReaderAsync(context, roundId, lotId, cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId);
        var export = EvaluationExport.Of(lot.Document, await store.EvaluationsAsync(roundId, lotId, cancellationToken))
            ?? throw await guard.RefusedAsync(context, roundId, lotId, EvaluationRefusals.NotRanked(lotId), cancellationToken);
        return Reply.Ok(export, lot.ETag);
    }
}
