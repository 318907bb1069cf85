using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>What officers' decisions on bids have in common: who may take them, and what follows for the lot.</summary>
public sealed class EvaluationDesk(IDocumentStore store, Aggregates aggregates, BidGuard guard, BidCorrections corrections)
{
    /// <summary>The round and a lot of it, for an officer who may deal with its bids.</summary>
    /// <exception cref="ProblemException">403, recorded; 404.</exception>
    public async Task<(Round Round, Lot Lot)> OfficersAsync(FunctionContext context, string roundId, string lotId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var round = await guard.RoundAsync(roundId, cancellationToken);
        return BidAccess.RefusesToAct(round, context.Caller(), context.Arrived(), Role.ProcurementOfficer) is { } refusal
            ? throw await guard.RefusedAsync(context, roundId, lotId, refusal, cancellationToken)
            : (round, (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document);
    }

    /// <summary>
    /// Lets bids follow their corrections, and the lot end or go on with the bids that are admissible now. Repeating it changes nothing, so a request that was cut
    /// short is completed by sending it again.
    /// </summary>
    public async Task SettleAsync(FunctionContext context, string roundId, string lotId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var evaluations = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
        await corrections.FollowAsync(roundId, evaluations, context.Arrived(), cancellationToken);
        var settled = await aggregates.DecideAsync<Lot>(
            roundId, lotId, context.Command() with { RequestId = null }, lot => Checking.Settle(lot, evaluations), cancellationToken);
        _ = settled.Required();
    }
}
