using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>Reads one order. To others than its parties there is none, and the attempt is recorded.</summary>
public sealed class GetOrder(IDocumentStore store, RefusedAttempts attempts)
{
    [Function(nameof(GetOrder))]
    [RequiresRole(
        Role.ProcurementOfficer, Role.AwardDecider, Role.ContractManager, Role.Auditor, Role.NeedReporter, Role.BudgetHolder, Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/orders/{orderId}")] HttpRequest request,
        string roundId, string orderId, FunctionContext context, CancellationToken cancellationToken)
    {
        var order = (await store.FindAsync<Order>(roundId, orderId, cancellationToken)).OrNotFound(orderId);
        return OrderAccess.MaySee(context.Caller(), order.Document)
            ? Reply.Ok(OrderView.Of(order.Document), order.ETag)
            : throw await attempts.RecordAsync(context, roundId, orderId, Refusals.NotFound(Order.Kind, orderId), cancellationToken);
    }
}
