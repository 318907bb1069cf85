using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing;

/// <summary>Who is named for a round, and who stands in for whom: read by the municipality's people, changed by officers of the round with a reason.</summary>
public sealed class RoundPeopleEndpoints(Aggregates aggregates, RoundReader rounds, RefusedAttempts attempts)
{
    /// <param name="People">Everybody as they shall be named, deputies included.</param>
    /// <param name="Reason">Why, 1–500 characters.</param>
    /// <param name="Assistance">In an agency's own call-off, where it asks UKE for help from now on; left out to leave that as it is.</param>
    [ReasonKeptBesideLog]
    public sealed record Body(RoundPeople People, string Reason, ImmutableArray<string>? Assistance = null);

    [Function(nameof(GetRoundPeople))]
    [RequiresStaff]
    public async Task<IResult> GetRoundPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/people")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var (stored, caller) = (await rounds.ReadAsync(context, roundId, cancellationToken), context.Caller());
        return RoundAccess.IsStaff(caller)
            ? Reply.Ok(RoundPeopleView.For(stored.Document, caller, context.Arrived()), stored.ETag)
            : throw await attempts.RecordAsync(context, roundId, "people", Refusals.NotFound(Round.Kind, roundId), cancellationToken);
    }

    [Function(nameof(ChangeRoundPeople))]
    [RequiresRole(Role.ProcurementOfficer, Role.Administrator)]
    public async Task<IResult> ChangeRoundPeople(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "rounds/{roundId}/people")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        _ = await rounds.ReadAsync(context, roundId, cancellationToken);
        var change = new ChangePeople(body.People, body.Reason, context.Caller(), context.Arrived(), body.Assistance);
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, "round", context.Command(request.RequiredIfMatch()), round => PeopleChanging.Change(round, change), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "people", outcome, cancellationToken);
        return Reply.Ok(RoundPeopleView.For(stored.Document, change.By, change.Now), stored.ETag);
    }
}
