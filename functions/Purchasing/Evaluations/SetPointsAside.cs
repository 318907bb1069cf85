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

/// <summary>An officer sets aside what somebody gave for a lot that it evaluates no longer. Cut short, it is completed by sending it again.</summary>
public sealed class SetPointsAside(IDocumentStore store, Aggregates aggregates, BidGuard guard)
{
    /// <param name="Evaluator">Whose points, by the subject of its token.</param>
    /// <param name="Reason">Why, 1–2000 characters.</param>
    public sealed record Body(string Evaluator, string Reason);

    /// <param name="BidIds">Bids whose points of this evaluator are set aside.</param>
    public sealed record View(string LotId, string Evaluator, ImmutableArray<string> BidIds);

    [Function(nameof(SetPointsAside))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/points-set-aside")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = await guard.RoundAsync(roundId, cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var all = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
        var command = new SetScoresAside(body.Evaluator, body.Reason, context.Caller(), context.Arrived());
        var (given, done) = (all.Where(e => e.Scores.Any(s => s.Evaluator == body.Evaluator)).ToList(), all.Where(e => e.SetAside.Any(s => s.Score.Evaluator == body.Evaluator)));
        if ((given.Count > 0 || !done.Any()) && ScoresAside.Refuses(round, lot, all, command) is { } refusal)
        {
            throw await guard.RefusedAsync(context, roundId, lotId, refusal, cancellationToken);
        }

        foreach (var evaluation in given)
        {
            var outcome = await aggregates.DecideAsync<Evaluation>(
                roundId, evaluation.Id, context.Command() with { RequestId = null }, current => ScoresAside.SetAside(round, lot, current, all, command), cancellationToken);
            _ = await guard.OrProblemAsync(context, roundId, evaluation.Id, outcome, cancellationToken);
        }

        return Reply.Ok(new View(lotId, body.Evaluator, [.. given.Concat(done).Select(e => e.BidId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
    }
}
