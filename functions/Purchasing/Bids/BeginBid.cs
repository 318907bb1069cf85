using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>A supplier begins its one bid in a round, or begins it anew after a withdrawal.</summary>
public sealed class BeginBid(Aggregates aggregates, BidGuard guard)
{
    [Function(nameof(BeginBid))]
    [RequiresRole(Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/bids")] HttpRequest request, string roundId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        var caller = context.Caller();
        var supplierId = caller.SupplierId ?? "";
        var round = await guard.RoundAsync(roundId, cancellationToken);
        var bidId = Bid.IdOf(supplierId);
        var start = new StartBid(supplierId, context.Arrived(), caller.Subject);
        var exists = await aggregates.FindAsync<Bid>(roundId, bidId, cancellationToken) is not null;
        var outcome = exists
            ? await aggregates.DecideAsync<Bid>(roundId, bidId, context.Command(), bid => Bidding.Start(round, bid, start), cancellationToken)
            : await aggregates.CreateAsync(context.Command(), Bidding.Start(round, null, start), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, bidId, outcome, cancellationToken);
        var view = BidView.Of(round, stored.Document);
        return exists ? Reply.Ok(view, stored.ETag) : Reply.Created(view, $"/api/rounds/{roundId}/bids/{bidId}", stored.ETag);
    }
}
