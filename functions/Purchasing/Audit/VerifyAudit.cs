using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Audit;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Audit;

/// <summary>Holds a round's audit log against its hashes, sealed entries included; says nothing of what they tell.</summary>
public sealed class VerifyAudit(AuditLog audit, AuditReading reading)
{
    [Function(nameof(VerifyAudit))]
    [RequiresRole(Role.ProcurementOfficer, Role.Auditor)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/audit-verification")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        _ = await reading.RoundAsync(context, roundId, cancellationToken);
        var verifier = new AuditVerifier();
        await foreach (var entry in audit.EveryAsync(roundId, cancellationToken))
        {
            verifier.Read(entry.Document.Line(opened: true));
        }

        return Reply.Ok(verifier.Verdict());
    }
}
