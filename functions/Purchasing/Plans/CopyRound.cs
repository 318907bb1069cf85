using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Registers;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Rules;
using Samkjop.Serialization;

namespace Samkjop.Functions.Purchasing.Plans;

/// <summary>Copies a round, planned, running or closed, as the plan of another one.</summary>
public sealed class CopyRound(IDocumentStore store, RegisterDesk registers)
{
    /// <param name="Plan">The new plan, as it can be read and changed at its own address.</param>
    /// <param name="Findings">Dates that were moved to a working day, and what must be looked at before the round opens.</param>
    public sealed record View(PlanView Plan, ImmutableArray<Text> Findings);

    [Function(nameof(CopyRound))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "plans/{roundId}/copies")] HttpRequest request,
        string roundId, FunctionContext context, CancellationToken cancellationToken)
    {
        var command = await request.ReadBodyAsync<CopyPlan>(cancellationToken);
        var source = (await store.FindAsync<PlannedRound>(roundId, "plan", cancellationToken)).OrNotFound(roundId).Document;
        var round = await store.FindAsync<Round>(roundId, "round", cancellationToken);
        var copied = PlanCopying.Copy(source, round?.Document.ProcurementDocument, command);
        var system = await store.FindAsync<PurchasingSystem>(copied.Plan.PurchasingSystemId, "purchasing-system", cancellationToken);
        copied.Plan.RequireMayPlan(context.Caller());
        if (PlanRules.Check(copied.Plan, existing: null, system?.Document, context.Arrived()) is { } refusal)
        {
            throw new ProblemException(refusal);
        }

        var stored = await CreateAsync(context, copied.Plan, cancellationToken);
        var findings = copied.Findings.AddRange(DocumentFindings(copied.Plan));
        return Reply.Created(new View(PlanView.Of(stored.Document), findings), $"/api/plans/{command.RoundId}", stored.ETag);
    }

    /// <summary>The new plan; a repeated request finds the one that it made.</summary>
    private async Task<Stored<PlannedRound>> CreateAsync(FunctionContext context, PlannedRound plan, CancellationToken cancellationToken)
    {
        try
        {
            return await registers.CreateAsync(context, plan, cancellationToken);
        }
        catch (DocumentExistsException)
        {
            var existing = await store.FindAsync<PlannedRound>(plan.RoundId, "plan", cancellationToken);
            return existing is not null && CanonicalJson.Sha256(existing.Document) == CanonicalJson.Sha256(plan)
                ? existing
                : throw new ProblemException(Refusals.Exists(PlannedRound.Kind, plan.RoundId));
        }
    }

    /// <summary>The law of the new round's date may ask more of its criteria than that of the old one's.</summary>
    private static IEnumerable<Text> DocumentFindings(PlannedRound plan)
    {
        if (plan.Document is not { } document)
        {
            yield break;
        }

        yield return new Text(
            "Konkurransegrunnlaget er kopiert som første versjon. Se over det før invitasjonen sendes.",
            "The procurement document is copied as a first version. Look it over before the invitation is released.");
        if (ProcurementDocumentRules.Check(document, RuleTable.Norwegian, plan.NeedsOpen) is { Detail: var detail })
        {
            yield return new Text(
                $"Konkurransegrunnlaget holder ikke reglene som gjelder {OsloFormat.Day(plan.NeedsOpen).No}. {detail.No}",
                $"The procurement document does not meet the rules of {OsloFormat.Day(plan.NeedsOpen).En}. {detail.En}");
        }
    }
}
