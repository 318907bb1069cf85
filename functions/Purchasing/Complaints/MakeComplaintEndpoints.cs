using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Complaints;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Complaints;

/// <summary>A bidder complains about an award, or an officer records what came by letter, or from the board or a court.</summary>
public sealed class MakeComplaintEndpoints(IDocumentStore store, Aggregates aggregates, ComplaintDesk desk)
{
    private const string Route = "rounds/{roundId}/lots/{lotId}";

    public sealed record ComplaintBody(string Grounds);

    /// <param name="MadeTo">To whom.</param>
    /// <param name="SupplierId">Who complains.</param>
    /// <param name="ReceivedAt">When it reached the buyer.</param>
    /// <param name="Grounds">What it says.</param>
    /// <param name="Waits">Whether the contract waits; only for the board.</param>
    /// <param name="Reference">Case number.</param>
    public sealed record RecordBody(ComplaintKind MadeTo, string SupplierId, Instant ReceivedAt, string Grounds, bool Waits = false, string? Reference = null);

    [Function(nameof(ComplainAboutAward))]
    [RequiresRole(Role.SupplierUser)]
    public async Task<IResult> ComplainAboutAward(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/complaints")] HttpRequest request, string roundId, string lotId,
        [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<ComplaintBody>(cancellationToken);
        var (round, lot) = await FindAsync(roundId, lotId, cancellationToken);
        var complaints = await store.EveryAsync<Complaint>(roundId, Complaint.IdPrefix, cancellationToken);
        var repeated = complaints.Any(complaint => complaint.LotId == lotId && complaint.SupplierId == context.Caller().SupplierId
            && complaint is { MadeTo: ComplaintKind.ToBuyer, Conclusion: null } && complaint.AwardToldAt == lot.Letters?.SentAt);
        var id = context.DeriveId("complaint");
        var file = new FileComplaint(id, body.Grounds, context.Caller(), context.Arrived(), repeated);
        var outcome = await aggregates.CreateAsync(roundId, id, context.Command(), () => ComplaintDecisions.File(round, lot, file), cancellationToken);
        return Created(await desk.FollowAsync(context, round, lotId, lotId, outcome, durable, cancellationToken));
    }

    [Function(nameof(RecordComplaint))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RecordComplaint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "/recorded-complaints")] HttpRequest request, string roundId, string lotId,
        [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<RecordBody>(cancellationToken);
        var (round, lot) = await FindAsync(roundId, lotId, cancellationToken);
        var id = context.DeriveId("complaint");
        var record = new Samkjop.Purchasing.Complaints.RecordComplaint(
            id, body.MadeTo, body.SupplierId, body.ReceivedAt, body.Grounds, body.Waits, body.Reference, context.Caller(), context.Arrived());
        var outcome = await aggregates.CreateAsync(roundId, id, context.Command(), () => ComplaintDecisions.Record(round, lot, record), cancellationToken);
        return Created(await desk.FollowAsync(context, round, lotId, lotId, outcome, durable, cancellationToken));
    }

    private async Task<(Round Round, Lot Lot)> FindAsync(string roundId, string lotId, CancellationToken cancellationToken) =>
        ((await store.RoundAsync(roundId, cancellationToken)).Document, (await store.FindAsync<Lot>(roundId, lotId, cancellationToken)).OrNotFound(lotId).Document);

    private static Reply Created(Stored<Complaint> stored) => Reply.Created(
        ComplaintView.Of(stored.Document), $"/api/rounds/{stored.Document.RoundId}/lots/{stored.Document.LotId}/complaints/{stored.Document.ComplaintId}", stored.ETag);
}
