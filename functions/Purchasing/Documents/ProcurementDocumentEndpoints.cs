using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Scoring;
using Samkjop.Rules;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Documents;

/// <summary>The procurement document as it is read.</summary>
/// <param name="Sha256">Hash of its canonical JSON, lower-case hexadecimal.</param>
/// <param name="Frozen">Whether the invitation has frozen it.</param>
public sealed record ProcurementDocumentView(
    string RoundId, int Version, PriceFormula PriceFormula, Text PriceBasis, ImmutableArray<AwardCriterion> Criteria, TieBreak TieBreak, string? ClimateRequirementReason,
    string Sha256, bool Frozen)
{
    /// <summary>The round's document; null when none is written.</summary>
    public static ProcurementDocumentView? Of(Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.ProcurementDocument is { } d
            ? new ProcurementDocumentView(
                round.RoundId, d.Version, d.PriceFormula, d.PriceBasis, d.Criteria, d.TieBreak, d.ClimateRequirementReason, d.Sha256(), round.Invitation is not null)
            : null;
    }
}

/// <summary>What bids are asked for and judged by. Its ETag is the round's.</summary>
public sealed class ProcurementDocumentEndpoints(RoundReader rounds, Aggregates aggregates, RefusedAttempts attempts)
{
    [Function(nameof(WriteProcurementDocument))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> WriteProcurementDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "rounds/{roundId}/procurement-document")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var ifMatch = request.RequiredIfMatch();
        var content = await request.ReadBodyAsync<ProcurementDocumentContent>(cancellationToken);
        var command = new WriteProcurementDocument(content, context.Caller(), context.Arrived());
        var outcome = await aggregates.DecideAsync<Round>(
            roundId, "round", context.Command(ifMatch), round => ProcurementDocumentDecisions.Write(round, command, RuleTable.Norwegian), cancellationToken);
        var stored = await attempts.OrProblemAsync(context, roundId, "procurement-document", outcome, cancellationToken);
        return Reply.Ok(ProcurementDocumentView.Of(stored.Document)!, stored.ETag);
    }

    [Function(nameof(GetProcurementDocument))]
    [RequiresLogin]
    public async Task<IResult> GetProcurementDocument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/procurement-document")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var stored = await rounds.ReadAsync(context, roundId, cancellationToken);
        return ProcurementDocumentView.Of(stored.Document) is { } view
            ? Reply.Ok(view, stored.ETag)
            : throw new ProblemException(Refusals.NotFound("procurementDocument", roundId));
    }
}
