using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing;

/// <summary>An officer of the round cancels it (avlysning); agencies and invited suppliers are told why.</summary>
public sealed class CancelRound(Aggregates aggregates, RefusedAttempts attempts, ILogger<CancelRound> logger)
{
    /// <param name="Reason">Why, as agencies and invited suppliers read it.</param>
    public sealed record Body(Text Reason);

    [Function(nameof(CancelRound))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/cancellation")] HttpRequest request,
        string roundId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var (caller, now) = (context.Caller(), context.Arrived());
        var command = new Samkjop.Purchasing.CancelRound(body.Reason, caller, now);
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, "round", context.Command(request.IfMatch()), round => Samkjop.Purchasing.Cancellations.Cancel(round, command), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "cancellation", outcome, cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        return Reply.Ok(RoundView.For(stored.Document, caller), stored.ETag);
    }
}
