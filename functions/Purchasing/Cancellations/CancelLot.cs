using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Functions.Purchasing.Lots;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing;

/// <summary>One lot is cancelled before its contract: by an officer before its award, by the decider after it.</summary>
public sealed class CancelLot(IDocumentStore store, Aggregates aggregates, BidGuard guard, LotOutcomeDesk desk, ILogger<CancelLot> logger)
{
    /// <param name="Needs">Whether its needs end with the round, or are tried again in the next one.</param>
    /// <param name="Reason">Why, as bidders and agencies read it.</param>
    public sealed record Body(LotOutcomeKind Needs, Text Reason);

    [Function(nameof(CancelLot))]
    [RequiresRole(Role.ProcurementOfficer, Role.AwardDecider)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/cancellation")] HttpRequest request,
        string roundId, string lotId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var (round, now) = (await guard.RoundAsync(roundId, cancellationToken), context.Arrived());
        var next = (await store.FindNeedSettingAsync(roundId, now, cancellationToken))?.Next;
        var command = new Samkjop.Purchasing.CancelLot(body.Needs, body.Reason, context.Caller(), now);
        var outcome = await aggregates.DecideAsync<Lot>(
            roundId, lotId, context.Command(request.IfMatch()), lot => LotCancellations.Cancel(round, lot, next, command), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);
        await desk.CarryOutAsync(round, [stored.Document], now, cancellationToken);
        await durable.NudgeAsync(Lot.InstanceId(roundId, lotId), Signals.LotChanged, lotId, logger, cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        return Reply.Ok(LotOutcomeView.Of(stored.Document), stored.ETag);
    }
}
