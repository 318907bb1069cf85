using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Complaints;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Complaints;

/// <summary>An officer says whether the contract waits for a complaint; an officer or decider decides it, or records what the board or court said.</summary>
public sealed class AnswerComplaintEndpoints(IDocumentStore store, Aggregates aggregates, ComplaintDesk desk)
{
    private const string Route = "rounds/{roundId}/lots/{lotId}/complaints/{complaintId}";

    /// <param name="Waits">Whether the contract waits.</param>
    /// <param name="Reason">Why.</param>
    public sealed record WaitingBody(bool Waits, string Reason);

    /// <param name="Outcome">What came of it.</param>
    /// <param name="Reason">Why; the complainant reads it.</param>
    public sealed record ConclusionBody(ComplaintOutcome Outcome, string Reason);

    [Function(nameof(SetComplaintWaiting))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> SetComplaintWaiting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/waiting")] HttpRequest request, string roundId, string lotId, string complaintId,
        [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<WaitingBody>(cancellationToken);
        var lot = (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document;
        var set = new SetWaiting(body.Waits, body.Reason, context.Caller(), context.Arrived());
        return await DecidedAsync(
            context, request, roundId, lotId, complaintId, (round, complaint) => ComplaintDecisions.SetWaiting(round, lot, complaint, set), durable, cancellationToken);
    }

    [Function(nameof(ConcludeComplaint))]
    [RequiresRole(Role.ProcurementOfficer, Role.AwardDecider)]
    public async Task<IResult> ConcludeComplaint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/conclusion")] HttpRequest request, string roundId, string lotId, string complaintId,
        [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<ConclusionBody>(cancellationToken);
        var conclude = new Samkjop.Purchasing.Complaints.ConcludeComplaint(body.Outcome, body.Reason, context.Caller(), context.Arrived());
        return await DecidedAsync(
            context, request, roundId, lotId, complaintId, (round, complaint) => ComplaintDecisions.Conclude(round, complaint, conclude), durable, cancellationToken);
    }

    private async Task<IResult> DecidedAsync(
        FunctionContext context, HttpRequest request, string roundId, string lotId, string complaintId, Func<Round, Complaint, Decision<Complaint>> decide,
        DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var outcome = await aggregates.DecideAsync<Complaint>(
            roundId, complaintId, context.Command(request.IfMatch()),
            complaint => complaint.LotId == lotId ? decide(round, complaint) : Refusals.NotFound(Complaint.Kind, complaintId), cancellationToken);
        var stored = await desk.FollowAsync(context, round, lotId, complaintId, outcome, durable, cancellationToken);
        return Reply.Ok(ComplaintView.Of(stored.Document), stored.ETag);
    }
}
