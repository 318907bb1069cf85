using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Audit;

/// <summary>
/// A round's audit log as JSON Lines with its hashes, so that anybody can verify it without the app. What is sealed until the opening is shown by its hash alone.
/// </summary>
public sealed class ExportAudit(AuditLog audit, AuditReading reading)
{
    [Function(nameof(ExportAudit))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/audit-export")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var round = await reading.RoundAsync(context, roundId, cancellationToken);
        return new StreamReply((body, aborted) => audit.WriteAsync(roundId, round.OpenedAt is not null, body, aborted), "application/x-ndjson", $"audit-{roundId}.jsonl");
    }
}
