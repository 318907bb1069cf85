using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>The agency accepts what was delivered to it, or rejects it with a reason.</summary>
public sealed class AcceptDelivery(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts, ILogger<AcceptDelivery> logger)
{
    /// <param name="Accepted">False: rejected, to be delivered again.</param>
    /// <param name="Quantity">Vehicles of those that await an answer; left out: all of them.</param>
    /// <param name="Reason">Required with a rejection.</param>
    public sealed record Body(bool Accepted, int? Quantity = null, string? Reason = null);

    [Function(nameof(AcceptDelivery))]
    [RequiresRole(Role.NeedReporter, Role.BudgetHolder)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/orders/{orderId}/acceptance")] HttpRequest request,
        string roundId, string orderId, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var order = (await store.FindAsync<Order>(roundId, orderId, cancellationToken)).OrNotFound(orderId).Document;
        var (caller, command) = (context.Caller(), context.Command(request.IfMatch()));
        if (!OrderAccess.IsOfAgency(caller, order))
        {
            throw await attempts.RecordAsync(context, roundId, orderId, Refusals.NotFound(Order.Kind, orderId), cancellationToken);
        }

        var verdict = new JudgeDelivery(context.DeriveId("entry"), body.Accepted, body.Quantity, body.Reason, caller.Subject, command.Now);
        var judged = (await aggregates.DecideAsync<Order>(roundId, orderId, command, current => OrderDecisions.Judge(current, verdict), cancellationToken)).OrProblem();
        await store.TellEntryAsync(judged.Document, verdict.EntryId, cancellationToken);
        await durable.NudgeAsync(Order.InstanceId(roundId, orderId), Signals.OrderChanged, orderId, logger, cancellationToken);
        return Reply.Ok(OrderView.Of(judged.Document), judged.ETag);
    }
}
