using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Rounds;

/// <summary>Reads rounds: the municipality's people read all, suppliers those that they are invited to.</summary>
public sealed class RoundEndpoints(IDocumentStore store, RoundReader rounds)
{
    [Function(nameof(GetRound))]
    [RequiresLogin]
    public async Task<IResult> GetRound(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var stored = await rounds.ReadAsync(context, roundId, cancellationToken);
        return Reply.Ok(RoundView.For(stored.Document, context.Caller()), stored.ETag);
    }

    [Function(nameof(ListRounds))]
    [RequiresLogin]
    public async Task<IResult> ListRounds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds")] HttpRequest request, FunctionContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var page = await store.ListAcrossAsync<Round>(request.Page(), cancellationToken);
        return Reply.Ok(page.ToList(round => RoundView.For(round, caller), where: round => RoundAccess.MaySee(round, caller)));
    }
}
