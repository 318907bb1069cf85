using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Openings;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>A supplier sees its own bid with its receipts; those named for the round see an opened one with its sheets.</summary>
public sealed class GetBid(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(GetBid))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/bids/{bidId}")] HttpRequest request, string roundId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        if (context.Caller().HasAny(Role.SupplierUser, Role.SupplierSystem))
        {
            var (round, own) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
            return Reply.Ok(BidView.Of(round, own.Document), own.ETag);
        }

        _ = await guard.ReaderAsync(context, roundId, bidId, cancellationToken);
        var bid = await store.FindAsync<Bid>(roundId, bidId, cancellationToken);
        var opened = (bid is { Document.State: BidState.Opened } ? bid : null).OrNotFound(bidId);
        return Reply.Ok(OpenedBidView.Of(opened.Document), opened.ETag);
    }
}
