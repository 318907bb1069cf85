using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Evidence;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>The award decider approves a proposal, or returns it to the officers.</summary>
public sealed class DecideLotAward(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, ILogger<DecideLotAward> logger)
{
    /// <param name="Approve">False: the lot awaits another proposal.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Body(bool Approve, string Reason);

    [Function(nameof(DecideLotAward))]
    [RequiresRole(Role.AwardDecider)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/award-decision")] HttpRequest request,
        string roundId, string lotId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var others = (await store.LotsAsync(roundId, cancellationToken)).Where(lot => lot.LotId != lotId).ToList();

        var command = context.Command(request.IfMatch());
        var evidence = await store.EvidenceOfAsync(roundId, lotId, cancellationToken);
        var decision = new DecideAward(body.Approve, body.Reason, context.Caller(), command.Now, evidence);
        var outcome = await aggregates.DecideAsync<Lot>(
            roundId, lotId, command, current => AwardDecisions.Decide(current, round, others, decision), cancellationToken);
        var lot = await attempts.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);

        await durable.NudgeAsync(Lot.InstanceId(roundId, lotId), Signals.LotChanged, lotId, logger, cancellationToken);
        return Reply.Ok(LotAwardView.Of(lot.Document), lot.ETag);
    }
}
