using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Orders;

/// <summary>Lists the orders of a round: staff see all, agencies and suppliers their own. A page may hold fewer than asked for and still have a next.</summary>
public sealed class ListOrders(IDocumentStore store)
{
    [Function(nameof(ListOrders))]
    [RequiresRole(
        Role.ProcurementOfficer, Role.AwardDecider, Role.ContractManager, Role.Auditor, Role.NeedReporter, Role.BudgetHolder, Role.SupplierUser, Role.SupplierSystem)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/orders")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var caller = context.Caller();
        var page = await store.ListAsync<Order>(roundId, request.Page() with { IdPrefix = "order-" }, cancellationToken);
        return Reply.Ok(page.ToList(OrderView.Of, where: order => OrderAccess.MaySee(caller, order)));
    }
}
