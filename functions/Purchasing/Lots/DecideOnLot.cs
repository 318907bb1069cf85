using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>An officer decides what becomes of a lot that got no valid bid.</summary>
public sealed class DecideOnLot(IDocumentStore store, Aggregates aggregates, BidGuard guard, LotOutcomeDesk desk, ILogger<DecideOnLot> logger)
{
    /// <param name="Outcome">Closed, or tried again in the next round.</param>
    /// <param name="Reason">Why, as the lot's agencies read it.</param>
    public sealed record Body(LotOutcomeKind Outcome, Text Reason);

    [Function(nameof(DecideOnLot))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/outcome")] HttpRequest request,
        string roundId, string lotId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var (round, now) = (await guard.RoundAsync(roundId, cancellationToken), context.Arrived());
        var next = (await store.FindNeedSettingAsync(roundId, now, cancellationToken))?.Next;
        var decide = new DecideLotOutcome(context.Caller(), body.Outcome, body.Reason, now);
        var outcome = await aggregates.DecideAsync<Lot>(
            roundId, lotId, context.Command(request.IfMatch()), lot => LotOutcomes.Decide(round, lot, next, decide), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);
        await desk.CarryOutAsync(round, [stored.Document], now, cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        return Reply.Ok(LotOutcomeView.Of(stored.Document), stored.ETag);
    }
}
