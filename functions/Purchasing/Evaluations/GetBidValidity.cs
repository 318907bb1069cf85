using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <summary>How long the opened bids of a round stand, which are flagged, and of what officers are warned.</summary>
public sealed class GetBidValidity(IDocumentStore store, BidGuard guard)
{
    /// <param name="Demanded">The last day on which the invitation demands bids to stand; null where it demands none.</param>
    public sealed record View(string RoundId, LocalDate? Demanded, ImmutableArray<LotValidity> Lots);

    /// <param name="ValidUntil">The first last day of the bids that the lot can be awarded to.</param>
    /// <param name="Warning">Null while enough time is left, and once the contract is signed.</param>
    public sealed record LotValidity(string LotId, LocalDate? ValidUntil, Text? Warning, ImmutableArray<BidStanding> Bids);

    /// <param name="Shortfall">Why the bid is flagged: it stands shorter than demanded.</param>
    public sealed record BidStanding(string BidId, string SupplierId, LocalDate? ValidUntil, Text? Shortfall);

    [Function(nameof(GetBidValidity))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/bid-validity")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = await guard.ReaderAsync(context, roundId, "bid-validity", cancellationToken);
        var evaluations = (await store.EveryAsync<Evaluation>(roundId, "evaluation-", cancellationToken)).ToLookup(evaluation => evaluation.LotId, StringComparer.Ordinal);
        return Reply.Ok(new View(roundId, round.Invitation?.BidsValidUntil,
        [
            .. (await store.LotsAsync(roundId, cancellationToken)).Select(lot => new LotValidity(
                lot.LotId, lot.BidsValidUntil, BidValidity.WarningOf(round, lot, context.Arrived()),
                [
                    .. evaluations[lot.LotId].Where(evaluation => evaluation.IsAdmissible).Select(evaluation => new BidStanding(
                        evaluation.BidId, evaluation.SupplierId, evaluation.ValidUntil, BidValidity.ShortOf(round, evaluation.ValidUntil))),
                ])),
        ]));
    }
}
