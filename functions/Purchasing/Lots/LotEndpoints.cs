using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>Reads lots: the municipality's people once they are formed, invited suppliers once they are invited.</summary>
public sealed class LotEndpoints(IDocumentStore store, RoundReader rounds)
{
    [Function(nameof(GetLot))]
    [RequiresLogin]
    public async Task<IResult> GetLot(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}")] HttpRequest request,
        string roundId,
        string lotId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        _ = await rounds.ReadAsync(context, roundId, cancellationToken);
        var stored = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId);
        return Reply.Ok(LotView.For(stored.Document, context.Caller()), stored.ETag);
    }

    [Function(nameof(ListLots))]
    [RequiresLogin]
    public async Task<IResult> ListLots(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        _ = await rounds.ReadAsync(context, roundId, cancellationToken);
        var caller = context.Caller();
        var page = await store.ListAsync<Lot>(roundId, request.Page() with { IdPrefix = "lot-" }, cancellationToken);
        return Reply.Ok(page.ToList(lot => LotView.For(lot, caller)));
    }
}
