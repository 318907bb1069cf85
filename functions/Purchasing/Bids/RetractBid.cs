using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>A supplier withdraws its bid before closing. It may begin anew until then, and uploads its documents again.</summary>
public sealed class RetractBid(Aggregates aggregates, BidGuard guard)
{
    [Function(nameof(RetractBid))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "rounds/{roundId}/bids/{bidId}")] HttpRequest request, string roundId, string bidId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var (round, _) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var outcome = await aggregates.DecideAsync<Bid>(
            roundId, bidId, context.Command(request.IfMatch()), bid => Bidding.Withdraw(round, bid, new WithdrawBid(context.Arrived())), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, bidId, outcome, cancellationToken);
        return Reply.Ok(BidView.Of(round, stored.Document), stored.ETag);
    }
}
