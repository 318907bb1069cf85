using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>The agency's budget holder agrees that its order is cancelled; the contract manager is told, and then may.</summary>
public sealed class AgreeToCancelOrder(IDocumentStore store, Aggregates aggregates, RefusedAttempts attempts)
{
    /// <param name="Reason">Why.</param>
    public sealed record Body(string Reason);

    [Function(nameof(AgreeToCancelOrder))]
    [RequiresRole(Role.BudgetHolder)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/orders/{orderId}/cancellation-agreement")] HttpRequest request,
        string roundId, string orderId, FunctionContext context, CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<Body>(cancellationToken);
        var order = (await store.FindAsync<Order>(roundId, orderId, cancellationToken)).OrNotFound(orderId).Document;
        var (caller, command) = (context.Caller(), context.Command(request.IfMatch()));
        if (!OrderAccess.IsOfAgency(caller, order))
        {
            throw await attempts.RecordAsync(context, roundId, orderId, Refusals.NotFound(Order.Kind, orderId), cancellationToken);
        }

        var agreement = new AgreeToCancel(context.DeriveId("entry"), body.Reason, caller.Subject, command.Now);
        var outcome = await aggregates.DecideAsync<Order>(roundId, orderId, command, current => OrderDecisions.AgreeToCancel(current, agreement), cancellationToken);
        var agreed = outcome.OrProblem();
        await store.TellEntryAsync(agreed.Document, agreement.EntryId, cancellationToken);
        return Reply.Ok(OrderView.Of(agreed.Document), agreed.ETag);
    }
}
