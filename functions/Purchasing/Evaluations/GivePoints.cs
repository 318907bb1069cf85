using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>An evaluator gives an admissible bid points with written reasons, and may replace its own until the lot is ranked.</summary>
public sealed class GivePoints(IDocumentStore store, Aggregates aggregates, BidGuard guard)
{
    /// <param name="BidId">The bid.</param>
    /// <param name="Points">One entry per criterion other than the price.</param>
    public sealed record Body(string BidId, ImmutableArray<GivenPoints> Points);

    [Function(nameof(GivePoints))]
    [RequiresRole(Role.Evaluator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/evaluations")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = await guard.RoundAsync(roundId, cancellationToken);
        var subject = Evaluation.IdOf(lotId, body.BidId);
        if (BidAccess.RefusesToAct(round, context.Caller(), context.Arrived(), Role.Evaluator) is { } refusal)
        {
            throw await guard.RefusedAsync(context, roundId, subject, refusal, cancellationToken);
        }

        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var all = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
        var revealed = Independence.IsRevealed(round, all);
        var score = new ScoreBid(context.Caller(), body.Points, context.Arrived(), revealed);
        var outcome = await aggregates.DecideAsync<Evaluation>(
            roundId, subject, context.Command(request.IfMatch()), evaluation => Points.Give(round, lot, evaluation, score), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, subject, outcome, cancellationToken);
        var lowPrice = LowPrices.FindingOf(stored.Document, all, round.Settings.LowPrice);
        return Reply.Ok(EvaluationView.Of(stored.Document, lowPrice, context.Caller().Subject, revealed), stored.ETag);
    }
}
