using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>The decider annuls the buyer's own award before the contract is made: the bids are evaluated again, or another is proposed.</summary>
public sealed class AnnulLotAward(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, RankingDesk ranking, AwardEndingDesk desk)
{
    /// <param name="Reason">Why, as the next letters quote it.</param>
    /// <param name="Reevaluate">False: the ranking stands.</param>
    public sealed record Body(string Reason, bool Reevaluate);

    [Function(nameof(AnnulLotAward))]
    [RequiresRole(Role.AwardDecider)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/award/annulment")] HttpRequest request,
        string roundId, string lotId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var command = context.Command(request.IfMatch());
        var annul = new AnnulAward(body.Reevaluate, body.Reason, context.Caller(), command.Now);
        var outcome = await aggregates.DecideAsync<Lot>(roundId, lotId, command, lot => AwardEndings.Annul(lot, round, annul), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);
        await ranking.ReopenAsync(roundId, lotId, command, cancellationToken);
        await desk.TellAsync(round, stored.Document, command.Now, durable, cancellationToken);
        return Reply.Ok(LotAwardView.Of(stored.Document), stored.ETag);
    }
}
