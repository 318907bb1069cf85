using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>Reads needs: an agency reads its own, those who run rounds read all.</summary>
public sealed class NeedReading(IDocumentStore store, RoundReader rounds, RefusedAttempts attempts)
{
    [Function(nameof(GetNeed))]
    [RequiresStaff]
    public async Task<IResult> GetNeed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/needs/{needId}")] HttpRequest request,
        string roundId,
        string needId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var stored = (await store.FindAsync<Need>(roundId, needId, cancellationToken)).OrNotFound(needId);
        return MayRead(stored.Document, context.Caller())
            ? Reply.Ok(NeedView.Of(stored.Document), stored.ETag)
            : throw await attempts.RecordAsync(context, roundId, needId, NeedRefusals.NotYours(needId), cancellationToken);
    }

    [Function(nameof(ListNeeds))]
    [RequiresStaff]
    public async Task<IResult> ListNeeds(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/needs")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        _ = await rounds.ReadAsync(context, roundId, cancellationToken);

        // A need's id begins with its agency, so that an agency's list is a range of ids.
        var prefix = RoundAccess.RunsRounds(caller) ? "need-" : $"need-{caller.AgencyId}-";
        var page = await store.ListAsync<Need>(roundId, request.Page() with { IdPrefix = prefix }, cancellationToken);
        return Reply.Ok(page.ToList(NeedView.Of, where: need => MayRead(need, caller)));
    }

    private static bool MayRead(Need need, Caller caller) => RoundAccess.RunsRounds(caller) || (caller.AgencyId is { } agency && need.AgencyId == agency);
}
