using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>How the bids for a lot were judged: findings, points and reasons. Where evaluators judge independently, others' points show once they are compared.</summary>
public sealed class ListEvaluations(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(ListEvaluations))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/evaluations")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var query = request.Page() with { IdPrefix = Evaluation.PrefixOf(lotId) };
        var round = await guard.ReaderAsync(context, roundId, lotId, cancellationToken);
        var page = await store.ListAsync<Evaluation>(roundId, query, cancellationToken);
        var all = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
        var revealed = Independence.IsRevealed(round, all);
        return Reply.Ok(page.ToList(evaluation => EvaluationView.Of(
            evaluation, LowPrices.FindingOf(evaluation, all, round.Settings.LowPrice), context.Caller().Subject, revealed)));
    }
}
