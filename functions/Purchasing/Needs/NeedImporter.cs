using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.People;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Import;
using Samkjop.Sheets;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Needs;

/// <summary>
/// Imports a sheet of an agency's needs. Everything is judged before anything is written. Each need is one write under an id that its reference gives, so a
/// sheet that was cut short by a crash is completed by sending it again, and the same sheet twice changes nothing.
/// </summary>
public sealed class NeedImporter(IDocumentStore store, Aggregates aggregates, NeedDesk desk, RefusedAttempts attempts)
{
    /// <summary>What the sheet would change.</summary>
    /// <exception cref="ProblemException">422 with every fault by row and column; 403, 404, 409 as for one need.</exception>
    public async Task<NeedImportView> PreviewAsync(FunctionContext context, string roundId, SheetTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var plan = await PlanAsync(context, roundId, table, cancellationToken);
        return plan.Describe(preview: true, context.Command() with { RequestId = null });
    }

    /// <summary>Creates and edits the needs that the sheet says.</summary>
    /// <exception cref="ProblemException">As for <see cref="PreviewAsync"/>; 409 when the round stopped taking needs meanwhile, which says what was kept.</exception>
    public async Task<NeedImportView> ImportAsync(FunctionContext context, string roundId, SheetTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (caller, now, command) = (context.Caller(), context.Arrived(), context.Command());
        var plan = await PlanAsync(context, roundId, table, cancellationToken);
        var done = 0;
        foreach (var (row, needId, _) in plan.Rows)
        {
            var report = new ReportNeed(needId, row.Content, caller, now, row.Reference);
            var outcome = await store.FindAsync<Need>(roundId, needId, cancellationToken) is null
                ? await aggregates.CreateAsync(roundId, needId, command, () => NeedDecisions.Report(plan.Setting, report), cancellationToken)
                : await aggregates.DecideAsync<Need>(
                    roundId, needId, command, need => NeedDecisions.Edit(plan.Setting, need, new EditNeed(row.Content, caller, now)), cancellationToken);
            if (outcome is Outcome<Need>.Refused { Refusal: var refusal })
            {
                throw new ProblemException(CutShort(refusal, row, done));
            }

            done++;
        }

        await desk.SettleAsync(roundId, [.. plan.Rows.Select(row => row.NeedId)], now, cancellationToken);
        return plan.Describe(preview: false, command);
    }

    private async Task<NeedImportPlan> PlanAsync(FunctionContext context, string roundId, SheetTable table, CancellationToken cancellationToken)
    {
        var (caller, now) = (context.Caller(), context.Arrived());
        await desk.RequireRegisteredAsync(caller, cancellationToken);
        var setting = await desk.SettingAsync(roundId, now, cancellationToken);
        if (NeedGate.Refuse(setting, caller, now) is { } refusal)
        {
            throw refusal.Kind is RefusalKind.Forbidden
                ? await attempts.RecordAsync(context, roundId, "needs/import", refusal, cancellationToken)
                : new ProblemException(refusal);
        }

        var findings = new Findings();
        var rows = NeedSheet.Read(table, setting.System, now, findings);
        var needs = await store.EveryAsync<Need>(roundId, $"need-{caller.AgencyId}-", cancellationToken);
        var plan = NeedImportPlan.Of(setting, caller.AgencyId!, needs.ToDictionary(need => need.NeedId, StringComparer.Ordinal), rows);
        NeedImportRules.Check(plan.Rows.Select(row => (row.Row, row.Need)), findings);
        return findings.ToRefusal("invalid-import") is { } invalid ? throw new ProblemException(invalid) : plan;
    }

    private static Refusal CutShort(Refusal why, ImportedNeed row, int done) => why with
    {
        Detail = new Text(
            $"Importen stanset ved rad {row.Row}. De {done} radene før den er tatt inn og står. {why.Detail.No}",
            $"The import stopped at row {row.Row}. The {done} rows before it are in and stand. {why.Detail.En}"),
    };
}
