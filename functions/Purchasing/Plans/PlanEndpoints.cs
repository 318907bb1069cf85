using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Plans;

/// <summary>The calendar of planned rounds.</summary>
public sealed class PlanEndpoints(IDocumentStore store)
{
    [Function(nameof(PutPlan))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> PutPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "plans/{roundId}")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<PlanBody>(cancellationToken);
        var system = await store.FindAsync<PurchasingSystem>(body.PurchasingSystemId, "purchasing-system", cancellationToken);
        return await store.PutAsync<PlannedRound>(
            request,
            roundId,
            "plan",
            existing => body.ToPlan(roundId, existing),
            (plan, existing) => PlanRules.Check(plan, existing, system?.Document, context.Arrived()),
            PlanView.Of,
            cancellationToken);
    }

    [Function(nameof(GetPlan))]
    [RequiresStaff]
    public async Task<IResult> GetPlan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans/{roundId}")] HttpRequest request, string roundId, CancellationToken cancellationToken)
    {
        var stored = (await store.FindAsync<PlannedRound>(roundId, "plan", cancellationToken)).OrNotFound(roundId);
        return Reply.Ok(PlanView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(ListPlans))]
    [RequiresStaff]
    public async Task<IResult> ListPlans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans")] HttpRequest request, CancellationToken cancellationToken) =>
        Reply.Ok((await store.ListAcrossAsync<PlannedRound>(request.Page(), cancellationToken)).ToList(PlanView.Of));
}
