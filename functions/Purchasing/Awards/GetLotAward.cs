using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>Reads what was decided about a lot. Before the letters are out, only those who may read bids do.</summary>
public sealed class GetLotAward(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(GetLotAward))]
    [RequiresRole(Role.ProcurementOfficer, Role.Evaluator, Role.AwardDecider, Role.ContractManager, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/award")] HttpRequest request,
        string roundId, string lotId, FunctionContext context, CancellationToken cancellationToken)
    {
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId);
        _ = lot.Document.Letters is null
            ? await guard.ReaderAsync(context, roundId, lotId, cancellationToken)
            : await guard.RecordReaderAsync(context, roundId, lotId, cancellationToken);

        return Reply.Ok(LotAwardView.Of(lot.Document), lot.ETag);
    }
}
