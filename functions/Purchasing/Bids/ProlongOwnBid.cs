using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>A supplier says that it stands by its opened bid for longer: for one lot, and in nothing but the date.</summary>
public sealed class ProlongOwnBid(IDocumentStore store, Aggregates aggregates, BidGuard guard)
{
    /// <param name="Until">The last local day.</param>
    public sealed record Body(LocalDate Until);

    /// <param name="Prolongations">What was said, oldest first.</param>
    public sealed record View(string LotId, string BidId, LocalDate? ValidUntil, ImmutableArray<Prolongation> Prolongations);

    [Function(nameof(ProlongOwnBid))]
    [RequiresRole(Role.SupplierUser)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lots/{lotId}/evaluations/{bidId}/validity")] HttpRequest request,
        string roundId, string lotId, string bidId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var (round, _) = await guard.OwnBidAsync(context, roundId, bidId, cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var prolong = new ProlongBid(context.Caller(), body.Until, context.Arrived());
        var outcome = await aggregates.DecideAsync<Evaluation>(
            roundId, Evaluation.IdOf(lotId, bidId), context.Command(request.IfMatch()), evaluation => Prolongations.Prolong(round, lot, evaluation, prolong), cancellationToken);
        var stored = await guard.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);

        var evaluations = await store.EvaluationsAsync(roundId, lotId, cancellationToken);
        var followed = await aggregates.DecideAsync<Lot>(
            roundId, lotId, context.Command() with { RequestId = null }, current => Prolongations.Follow(current, evaluations), cancellationToken);
        _ = followed.Required();
        return Reply.Ok(new View(lotId, bidId, stored.Document.ValidUntil, stored.Document.Prolongations), stored.ETag);
    }
}
