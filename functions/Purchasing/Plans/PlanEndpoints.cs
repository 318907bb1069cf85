using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Calendar;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Plans;

/// <summary>The calendar of planned rounds.</summary>
public sealed class PlanEndpoints(IDocumentStore store, RegisterDesk registers)
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
        await store.RequireAgencyAsync(body.CallOff, cancellationToken);
        return await registers.PutAsync<PlannedRound>(
            context,
            request,
            roundId,
            "plan",
            existing => body.ToPlan(roundId, existing),
            (plan, existing) => CallOffAccess.MayPlan(plan, existing, context.Caller()) ?? PlanRules.Check(plan, existing, system?.Document, context.Arrived()),
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

    /// <summary>The calendar: everything that is planned, or the rounds that open in one year.</summary>
    [Function(nameof(ListPlans))]
    [RequiresStaff]
    public async Task<IResult> ListPlans(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "plans")] HttpRequest request, FunctionContext context, CancellationToken cancellationToken)
    {
        var year = YearOf(request);
        var page = await store.ListAcrossAsync<PlannedRound>(request.Page(), cancellationToken);
        var plans = page.Items.Select(item => item.Document).Where(plan => (year is null || plan.NeedsOpen.Year == year) && RoundAccess.Concerns(plan.RoundId, context.Caller()))
            .OrderBy(plan => plan.NeedsOpen).ThenBy(plan => plan.RoundId, StringComparer.Ordinal);
        return Reply.Ok(new ListPage<PlanView>([.. plans.Select(PlanView.Of)], page.Continuation));
    }

    private static int? YearOf(HttpRequest request)
    {
        var text = request.Query["year"].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= OsloTime.FirstYear and <= OsloTime.LastYear
            ? year
            : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest, "invalid-year", new Text(
                $"year skal være et årstall fra {OsloTime.FirstYear} til {OsloTime.LastYear}, som 2021. Rett det og prøv igjen.",
                $"year must be a year from {OsloTime.FirstYear} to {OsloTime.LastYear}, such as 2021. Correct it and try again.")));
    }
}
