using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>How the bids for a lot were judged: findings, points and reasons.</summary>
public sealed class ListEvaluations(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(ListEvaluations))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/evaluations")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var query = request.Page() with { IdPrefix = Evaluation.PrefixOf(lotId) };
        _ = await guard.ReaderAsync(context, roundId, lotId, cancellationToken);
        var page = await store.ListAsync<Evaluation>(roundId, query, cancellationToken);
        return Reply.Ok(page.ToList(EvaluationView.Of));
    }
}
