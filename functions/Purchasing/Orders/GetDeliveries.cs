using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>How far the deliveries of a round have come, per lot and in all: staff see all orders, agencies and suppliers the sum of their own.</summary>
public sealed class GetDeliveries(IDocumentStore store)
{
    [Function(nameof(GetDeliveries))]
    [RequiresRole(
        Role.ProcurementOfficer, Role.AwardDecider, Role.ContractManager, Role.Auditor, Role.NeedReporter, Role.BudgetHolder, Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/deliveries")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var orders = (await store.EveryAsync<Order>(roundId, "order-", cancellationToken)).Where(order => OrderAccess.MaySee(caller, order)).ToList();
        return Reply.Ok(RoundDeliveries.Of(orders, context.Arrived()));
    }
}
