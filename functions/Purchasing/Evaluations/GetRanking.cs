using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Scoring;

namespace Samkjop.Functions.Purchasing.Evaluations;

/// <param name="Phase">Where the lot is.</param>
/// <param name="Ranking">With every intermediate number; null while it is not fixed, and for a lot without bids.</param>
public sealed record RankingView(string RoundId, string LotId, LotPhase Phase, LotRanking? Ranking)
{
    public static RankingView Of(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return new(lot.RoundId, lot.LotId, lot.Phase, lot.Ranking);
    }
}

/// <summary>The ranking of a lot, recomputable from what it shows.</summary>
public sealed class GetRanking(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(GetRanking))]
    [RequiresLogin]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/ranking")] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        _ = await guard.ReaderAsync(context, roundId, lotId, cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId);
        return Reply.Ok(RankingView.Of(lot.Document), lot.ETag);
    }
}
