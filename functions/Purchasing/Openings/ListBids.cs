using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Openings;

/// <summary>The opened bids of a round or of one lot. Before the opening nobody learns so much as their number.</summary>
public sealed class ListBids(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(ListBids))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/bids")] HttpRequest request, string roundId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var query = request.Page() with { IdPrefix = "bid-" };
        _ = await guard.ReaderAsync(context, roundId, "bids", cancellationToken);
        var page = await store.ListAsync<Bid>(roundId, query, cancellationToken);
        return Reply.Ok(page.ToList(OpenedBidView.Of, bid => bid.State is BidState.Opened));
    }

    [Function("ListLotBids")]
    [RequiresLogin]
    public async Task<IResult> RunForLotAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/bids")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var query = request.Page() with { IdPrefix = "bid-" };
        _ = await guard.ReaderAsync(context, roundId, lotId, cancellationToken);
        _ = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId);
        var page = await store.ListAsync<Bid>(roundId, query, cancellationToken);
        return Reply.Ok(page.ToList(bid => OpenedBidView.Of(bid, lotId), bid => bid.Sheets.Any(sheet => sheet.LotId == lotId)));
    }
}
