using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Invitations;

/// <summary>An officer invites suppliers that were admitted after the invitation, where the round's settings let them in.</summary>
public sealed class InviteLateSuppliersEndpoint(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, RoundNotices notices)
{
    [Function(nameof(InviteLateSuppliers))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/invitation/late-suppliers")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        await EmptyBody.ReadAsync(request, cancellationToken);
        var (caller, now) = (context.Caller(), context.Arrived());
        var round = await store.RoundAsync(roundId, cancellationToken);
        var admitted = await store.AdmittedAsync(round.Document.PurchasingSystemId, now, cancellationToken);
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, round.Document.Id, context.Command(request.IfMatch()), r => LateInvitations.Invite(r, new InviteLateSuppliers(admitted, caller, now)), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "invitation", outcome, cancellationToken);
        await notices.TellAsync(roundId, cancellationToken);
        return Reply.Ok(InvitationView.For(stored.Document, caller)!, stored.ETag);
    }
}
