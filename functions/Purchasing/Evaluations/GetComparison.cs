using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>The bids for a lot beside each other, as a page with chart and tables to read or print.</summary>
public sealed class GetComparison(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(GetComparison))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/comparison")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var round = await guard.ReaderAsync(context, roundId, lotId, cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        if (lot.Phase is LotPhase.Consolidated)
        {
            throw await guard.RefusedAsync(context, roundId, lotId, EvaluationRefusals.NotRanked(lotId), cancellationToken);
        }

        var evaluations = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
        var names = (await store.BiddersAsync(roundId, lotId, cancellationToken)).ToDictionary(bidder => bidder.SupplierId, bidder => bidder.SupplierName, StringComparer.Ordinal);
        return new HtmlReply(Encoding.UTF8.GetBytes(ComparisonHtml.Render(round, lot, evaluations, names, context.Arrived()).ToString()));
    }
}
