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

/// <summary>An evaluator agrees with the others on the points that count where they differ.</summary>
public sealed class AgreeOnBidPoints(IDocumentStore store, Aggregates aggregates, BidGuard guard)
{
    /// <param name="Points">One entry per criterion other than the price, with the reason for what was agreed.</param>
    public sealed record Body(ImmutableArray<GivenPoints> Points);

    [Function(nameof(AgreeOnBidPoints))]
    [RequiresRole(Role.Evaluator)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/evaluations/{bidId}/agreement")] HttpRequest request,
        string roundId, string lotId, string bidId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = await guard.RoundAsync(roundId, cancellationToken);
        var (caller, subject) = (context.Caller(), Evaluation.IdOf(lotId, bidId));
        if (BidAccess.RefusesToAct(round, caller, context.Arrived(), Role.Evaluator) is { } refusal)
        {
            throw await guard.RefusedAsync(context, roundId, subject, refusal, cancellationToken);
        }

        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var all = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
        var revealed = Independence.IsRevealed(round, all);
        var agree = new AgreeOnPoints(caller, body.Points, context.Arrived(), revealed);
        var outcome = await aggregates.DecideAsync<Evaluation>(
            roundId, subject, context.Command(request.IfMatch()), evaluation => Agreements.Agree(round, lot, evaluation, agree), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, subject, outcome, cancellationToken);
        var lowPrice = LowPrices.FindingOf(stored.Document, all, round.Settings.LowPrice);
        return Reply.Ok(EvaluationView.Of(stored.Document, lowPrice, caller.Subject, isRevealed: true), stored.ETag);
    }
}
