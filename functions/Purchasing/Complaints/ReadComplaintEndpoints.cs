using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Bids;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing.Complaints;

namespace Samkjop.Functions.Purchasing.Complaints;

/// <summary>Reads complaints: a supplier its own, those who may read bids all of them.</summary>
public sealed class ReadComplaintEndpoints(IDocumentStore store, BidGuard guard)
{
    private const string Route = "rounds/{roundId}/lots/{lotId}/complaints";

    [Function(nameof(GetLotComplaints))]
    [RequiresLogin]
    public async Task<IResult> GetLotComplaints(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request, string roundId, string lotId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        if (caller.SupplierId is null)
        {
            _ = await guard.ReaderAsync(context, roundId, $"{Complaint.IdPrefix}{lotId}", cancellationToken);
        }

        var complaints = await store.EveryAsync<Complaint>(roundId, Complaint.IdPrefix, cancellationToken);
        return Reply.Ok(new ListPage<ComplaintView>(
            [
                .. complaints.Where(complaint => complaint.LotId == lotId && (caller.SupplierId is null || complaint.SupplierId == caller.SupplierId))
                    .OrderBy(complaint => complaint.ReceivedAt).ThenBy(complaint => complaint.ComplaintId, StringComparer.Ordinal).Select(ComplaintView.Of),
            ],
            Continuation: null));
    }

    [Function(nameof(GetComplaint))]
    [RequiresLogin]
    public async Task<IResult> GetComplaint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{complaintId}")] HttpRequest request, string roundId, string lotId, string complaintId,
        FunctionContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        if (caller.SupplierId is null)
        {
            _ = await guard.ReaderAsync(context, roundId, complaintId, cancellationToken);
        }

        var stored = await store.FindAsync<Complaint>(roundId, complaintId, cancellationToken);
        return stored is { Document: var complaint } && complaint.LotId == lotId && (caller.SupplierId is null || complaint.SupplierId == caller.SupplierId)
            ? Reply.Ok(ComplaintView.Of(complaint), stored.ETag)
            : throw new ProblemException(Refusals.NotFound(Complaint.Kind, complaintId));
    }
}
