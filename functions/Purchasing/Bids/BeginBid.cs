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
        var command = context.Command();
        var outcome = await aggregates.FindAsync<Bid>(roundId, bidId, cancellationToken) is not null
            ? await aggregates.DecideAsync<Bid>(roundId, bidId, command, bid => Bidding.Start(round, bid, start), cancellationToken)
            : await aggregates.CreateAsync(command, Bidding.Start(round, null, start), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, bidId, outcome, cancellationToken);
        var view = BidView.Of(round, stored.Document);
        return stored.Document.Ledger.WasBegunBy(command.RequestId)
            ? Reply.Created(view, $"/api/rounds/{roundId}/bids/{bidId}", stored.ETag)
            : Reply.Ok(view, stored.ETag);
    }
}
