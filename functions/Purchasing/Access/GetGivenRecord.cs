using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Archive;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Archive;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Access;

/// <summary>
/// A file that a request for access was answered with: in full or redacted as it was decided, and nothing else. For the officer who passes it on, the auditor,
/// and the supplier that asked. Each reading is recorded first.
/// </summary>
public sealed class GetGivenRecord(IDocumentStore store, RoundReader rounds, AccessDesk desk, RecordContents contents, AuditLog audit, RefusedAttempts attempts)
{
    [Function(nameof(GetGivenRecord))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor, Role.SupplierUser)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/access-requests/{requestId}/records/{recordId}/files/{number}")] HttpRequest request,
        string roundId, string requestId, string recordId, string number, FunctionContext context, CancellationToken cancellationToken)
    {
        var (caller, round) = (context.Caller(), (await rounds.ReadAsync(context, roundId, cancellationToken)).Document);
        var asked = (await store.FindAsync<AccessRequest>(roundId, requestId, cancellationToken))?.Document;
        if (asked is null || Refuses(round, asked, context) is not null)
        {
            throw await attempts.RecordAsync(
                context, roundId, requestId, Refuses(round, asked, context) ?? Refusals.NotFound(AccessRequest.Kind, requestId), cancellationToken);
        }

        _ = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place);
        var item = asked.Items.FirstOrDefault(item => item.RecordId == recordId);
        var known = await desk.ReadAsync(round, cancellationToken);
        var record = known.Records.FirstOrDefault(record => record.RecordId == recordId);
        if (GivenFiles.Of(item, record, place, known.Stage) is not { } given)
        {
            throw await attempts.RecordAsync(context, roundId, $"{requestId}/{recordId}", GivenFiles.NotGiven(recordId), cancellationToken);
        }

        await audit.AppendAsync(
            roundId, context.Arrived(), caller.Actor, $"given.{requestId}/{context.Arrived().ToUnixTimeMilliseconds()}-{context.InvocationId}",
            new AccessGiven(requestId, recordId, given != record!.Files[place - 1]), cancellationToken);
        return new StreamReply((body, aborted) => contents.WriteAsync(round, given.Source, body, aborted), "application/octet-stream", $"{recordId}-{place}");
    }

    private static Refusal? Refuses(Round round, AccessRequest? asked, FunctionContext context)
    {
        var caller = context.Caller();
        return caller.SupplierId is { } supplier
            ? asked?.Requester.SupplierId == supplier ? null : Refusals.NotFound(AccessRequest.Kind, asked?.RequestId ?? "")
            : JournalAccess.Refuses(round, caller, context.Arrived());
    }
}
