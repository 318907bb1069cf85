using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Audit;

/// <summary>Who reads a round's audit log: the auditor, and the officers named for the round.</summary>
public sealed class AuditReading(IDocumentStore store, RefusedAttempts attempts)
{
    /// <summary>The round whose log the caller may read.</summary>
    /// <exception cref="ProblemException">404 there is no such round; 403, recorded, for others.</exception>
    public async Task<Round> RoundAsync(FunctionContext context, string roundId, CancellationToken cancellationToken)
    {
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var caller = context.Caller();
        return caller.Has(Role.Auditor) || RoundAccess.MayActAs(round, caller, Role.ProcurementOfficer, context.Arrived()) is not { } refusal
            ? round
            : throw await attempts.RecordAsync(context, roundId, "audit", refusal, cancellationToken);
    }
}
