using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>An officer records that an exception from the law's zero emission is registered with DFØ, before the invitation.</summary>
public sealed class ZeroEmissionExceptionEndpoint(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts)
{
    /// <param name="Ground">Which of the law's grounds.</param>
    /// <param name="Reason">Why it applies.</param>
    /// <param name="RegisteredOn">The day it was registered with DFØ, in Norway.</param>
    /// <param name="Reference">DFØ's reference.</param>
    public sealed record Body(ZeroEmissionGround Ground, Text Reason, LocalDate RegisteredOn, string Reference);

    [Function(nameof(RecordZeroEmissionException))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "rounds/{roundId}/lots/{lotId}/zero-emission-exception")] HttpRequest request,
        string roundId, string lotId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var round = (await store.RoundAsync(roundId, cancellationToken)).Document;
        var lot = await store.FindAsync<Lot>(roundId, lotId, cancellationToken) ?? throw new ProblemException(Refusals.NotFound(Lot.Kind, lotId));
        var system = await store.FindAsync<PurchasingSystem>(round.PurchasingSystemId, "purchasing-system", cancellationToken)
            ?? throw new ProblemException(Refusals.NotFound(PurchasingSystem.Kind, round.PurchasingSystemId));
        var command = new RecordZeroEmissionException(lotId, body.Ground, body.Reason, body.RegisteredOn, body.Reference, context.Caller(), context.Arrived());
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, round.Id, context.Command(request.IfMatch()), current => ZeroEmissionExceptions.Record(current, lot.Document, system.Document, command), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, lotId, outcome, cancellationToken);
        return Reply.Ok(stored.Document.ExceptionOf(lotId)!, stored.ETag);
    }
}
