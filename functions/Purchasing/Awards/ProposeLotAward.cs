using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>An officer of the round proposes who is to win a lot.</summary>
public sealed class ProposeLotAward(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, ILogger<ProposeLotAward> logger)
{
    /// <param name="BidId">First in rank among those who may still win.</param>
    /// <param name="Reason">Why, as the letters quote it.</param>
    public sealed record Body(string BidId, string Reason);

    [Function(nameof(ProposeLotAward))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/award-proposal")] HttpRequest request,
        string roundId, string lotId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var others = (await store.LotsAsync(roundId, cancellationToken)).Where(lot => lot.LotId != lotId).ToList();
        var supplierOf = (await store.EveryAsync<Bid>(roundId, "bid-", cancellationToken)).ToDictionary(bid => bid.BidId, bid => bid.SupplierId, StringComparer.Ordinal);

        var command = context.Command(request.IfMatch());
        var proposal = new ProposeAward(body.BidId, supplierOf.GetValueOrDefault(body.BidId, ""), body.Reason, context.Caller(), command.Now);
        var outcome = await aggregates.DecideAsync<Lot>(
            roundId, lotId, command, current => AwardDecisions.Propose(current, round, others, supplierOf, proposal), cancellationToken);
        var lot = await attempts.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);

        await durable.NudgeAsync(Lot.InstanceId(roundId, lotId), Signals.LotChanged, lotId, logger, cancellationToken);
        return Reply.Ok(LotAwardView.Of(lot.Document), lot.ETag);
    }
}
