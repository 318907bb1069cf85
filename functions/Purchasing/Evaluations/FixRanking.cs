using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>An officer or evaluator fixes the ranking of a lot once every admissible bid is scored.</summary>
public sealed class FixRanking(RankingDesk desk, BidGuard guard, ILogger<FixRanking> logger)
{
    [Function(nameof(FixRanking))]
    [RequiresRole(Role.ProcurementOfficer, Role.Evaluator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/ranking")] HttpRequest request, string roundId, string lotId,
        [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        var round = await guard.RoundAsync(roundId, cancellationToken);
        var rank = new RankLot(context.Caller(), context.Arrived());
        var outcome = await desk.FixAsync(round, lotId, rank, context.Command(request.IfMatch()), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        if (round.Phase is RoundPhase.Awarding)
        {
            await durable.NudgeAsync(Lot.InstanceId(roundId, lotId), Signals.LotChanged, lotId, logger, cancellationToken);
        }

        return Reply.Ok(RankingView.Of(stored.Document), stored.ETag);
    }
}
