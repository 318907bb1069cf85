using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Lots;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Rules;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Invitations;

/// <summary>Releases and reads a round's invitation.</summary>
public sealed class InvitationEndpoints(
    IDocumentStore store, RoundReader rounds, Aggregates aggregates, RefusedAttempts attempts, LotArranger arranger, ILogger<InvitationEndpoints> logger)
{
    [Function(nameof(ReleaseInvitation))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> ReleaseInvitation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/invitation")] HttpRequest request,
        string roundId,
        [DurableClient] DurableTaskClient durable,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<InvitationBody>(cancellationToken);
        var (caller, now) = (context.Caller(), context.Arrived());
        var round = await store.RoundAsync(roundId, cancellationToken);
        var admitted = await store.AdmittedAsync(round.Document.PurchasingSystemId, now, cancellationToken);
        var arranged = await arranger.ArrangeAsync(roundId, now, cancellationToken);
        var command = new ReleaseInvitation(body.Opens, body.ClosesOn, body.ClosesAt, body.RepeatedHour, admitted, caller, now, arranged);
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, "round", context.Command(request.IfMatch()), r => InvitationDecisions.Release(r, command, RuleTable.Norwegian), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "invitation", outcome, cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        return Reply.Created(InvitationView.For(stored.Document, caller)!, $"/api/rounds/{roundId}/invitation", stored.ETag);
    }

    [Function(nameof(GetInvitation))]
    [RequiresLogin]
    public async Task<IResult> GetInvitation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/invitation")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var stored = await rounds.ReadAsync(context, roundId, cancellationToken);
        return InvitationView.For(stored.Document, context.Caller()) is { } view
            ? Reply.Ok(view, stored.ETag)
            : throw new ProblemException(Refusals.NotFound("invitation", roundId));
    }
}
