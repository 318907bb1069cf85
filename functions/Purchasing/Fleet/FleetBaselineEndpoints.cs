using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using NodaTime.Text;
using Samkjop.Agencies;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.Functions.Sheets;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing.Fleet;

namespace Samkjop.Functions.Purchasing.Fleet;

/// <summary>Baselines of agencies' fleets: imported whole from a sheet, by the agency itself or by an officer.</summary>
public sealed class FleetBaselineEndpoints(IDocumentStore store, RegisterDesk registers)
{
    [Function(nameof(ImportFleetBaseline))]
    [RequiresRole(Role.NeedReporter, Role.BudgetHolder, Role.ProcurementOfficer, Role.ContractManager)]
    public async Task<IResult> ImportFleetBaseline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "agencies/{agencyId}/fleet-baselines/{date}")] HttpRequest request,
        string agencyId, string date, FunctionContext context, CancellationToken cancellationToken)
    {
        var (caller, now) = (context.Caller(), context.Arrived());
        var day = DayOf(date);
        await RequireAgencyAsync(caller, agencyId, cancellationToken);
        var (lines, refusal) = FleetSheet.Read(await request.ReadSheetAsync(cancellationToken));
        return refusal is not null
            ? throw new ProblemException(refusal)
            : await registers.PutAsync<FleetBaseline>(
                context, request, agencyId, FleetBaseline.IdOf(day),
                existing => existing is not null && existing.Lines.SequenceEqual(lines) ? existing : new FleetBaseline(agencyId, day, lines, now, caller.Subject),
                (baseline, _) => FleetBaselineRules.Check(baseline, now),
                FleetBaselineView.Of,
                cancellationToken);
    }

    [Function(nameof(GetFleetBaseline))]
    [RequiresStaff]
    public async Task<IResult> GetFleetBaseline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agencies/{agencyId}/fleet-baselines/{date}")] HttpRequest request,
        string agencyId, string date, FunctionContext context, CancellationToken cancellationToken)
    {
        await RequireAgencyAsync(context.Caller(), agencyId, cancellationToken);
        var stored = (await store.FindAsync<FleetBaseline>(agencyId, FleetBaseline.IdOf(DayOf(date)), cancellationToken)).OrNotFound(date);
        return Reply.Ok(FleetBaselineView.Of(stored.Document), stored.ETag);
    }

    [Function(nameof(ListFleetBaselines))]
    [RequiresStaff]
    public async Task<IResult> ListFleetBaselines(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agencies/{agencyId}/fleet-baselines")] HttpRequest request,
        string agencyId, FunctionContext context, CancellationToken cancellationToken)
    {
        await RequireAgencyAsync(context.Caller(), agencyId, cancellationToken);
        var page = await store.ListAsync<FleetBaseline>(agencyId, request.Page() with { IdPrefix = FleetBaseline.IdPrefix }, cancellationToken);
        return Reply.Ok(page.ToList(FleetBaselineView.Of));
    }

    [Function(nameof(RemoveFleetBaseline))]
    [RequiresRole(Role.NeedReporter, Role.BudgetHolder, Role.ProcurementOfficer, Role.ContractManager)]
    public async Task<IResult> RemoveFleetBaseline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "agencies/{agencyId}/fleet-baselines/{date}")] HttpRequest request,
        string agencyId, string date, FunctionContext context, CancellationToken cancellationToken)
    {
        await RequireAgencyAsync(context.Caller(), agencyId, cancellationToken);
        var id = FleetBaseline.IdOf(DayOf(date));
        var etag = request.RequiredIfMatch();
        var stored = (await store.FindAsync<FleetBaseline>(agencyId, id, cancellationToken)).OrNotFound(date);
        try
        {
            await registers.RemoveAsync(context, stored.Document, etag, cancellationToken);
            return Reply.NoContent();
        }
        catch (DocumentChangedException)
        {
            throw new ProblemException(Refusals.Stale(FleetBaseline.Kind, date));
        }
    }

    /// <summary>An agency's people see and import their own; those who run rounds, all.</summary>
    private async Task RequireAgencyAsync(Caller caller, string agencyId, CancellationToken cancellationToken)
    {
        var mayAct = Samkjop.Purchasing.RoundAccess.RunsRounds(caller) || caller.AgencyId == agencyId;
        if (!mayAct || await store.FindAsync<Agency>(agencyId, "agency", cancellationToken) is null)
        {
            throw new ProblemException(Refusals.NotFound(Agency.Kind, agencyId));
        }
    }

    private static LocalDate DayOf(string date) => LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var day }
        ? day
        : throw new ProblemException(Problem.Of(StatusCodes.Status400BadRequest, "invalid-date", new Text(
            $"Adressen skal slutte med dagen bilparken ble talt, som 2021-02-01. Ingenting er endret.",
            $"The address must end with the day on which the fleet was counted, such as 2021-02-01. Nothing was changed.")));
}

/// <summary>A baseline as it is read.</summary>
/// <param name="Fleet">The whole in numbers.</param>
public sealed record FleetBaselineView(string AgencyId, LocalDate Date, ImmutableArray<FleetLine> Lines, FleetCountView Fleet, Instant ImportedAt, string ImportedBy)
{
    public static FleetBaselineView Of(FleetBaseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return new FleetBaselineView(
            baseline.AgencyId, baseline.Date, baseline.Lines, FleetCountView.Of(FleetCount.Of(baseline.Lines)), baseline.ImportedAt, baseline.ImportedBy);
    }
}
