using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>Those named for the round list the letters of a lot; empty until they are out. Those of an award that no longer stands are listed with <c>?dispatch=</c>.</summary>
public sealed class ListAwardLetters(IDocumentStore store, BidGuard guard)
{
    [Function(nameof(ListAwardLetters))]
    [RequiresRole(Role.ProcurementOfficer, Role.Evaluator, Role.AwardDecider, Role.ContractManager, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lots/{lotId}/letters")] HttpRequest request,
        string roundId, string lotId, FunctionContext context, CancellationToken cancellationToken)
    {
        _ = await guard.RecordReaderAsync(context, roundId, lotId, cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        if (LetterDispatches.Of(lot, request) is not { } dispatch)
        {
            return Reply.Ok(new ListPage<AwardLetterView>([], Continuation: null));
        }

        var page = await store.ListAsync<AwardLetter>(roundId, request.Page() with { IdPrefix = AwardLetter.PrefixOf(lotId, dispatch.Number) }, cancellationToken);
        return Reply.Ok(page.ToList(letter => AwardLetterView.Of(letter, dispatch, dispatch == lot.Letters)));
    }
}
