using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.Orchestrations;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>An officer adjusts the proposed lots before the invitation; those who run rounds read what was changed and why.</summary>
public sealed class LotAdjustmentEndpoints(LotAdjuster adjuster, RoundReader rounds, LotArranger arranger, ILogger<LotAdjustmentEndpoints> logger)
{
    [Function(nameof(AdjustLots))]
    [RequiresRole(Role.ProcurementOfficer)]
    public async Task<IResult> AdjustLots(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rounds/{roundId}/lot-adjustments")] HttpRequest request,
        string roundId,
        [DurableClient] DurableTaskClient durable,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var body = await request.ReadBodyAsync<LotAdjustmentBody>(cancellationToken);
        var command = new AdjustLots(
            body.Kind, body.NeedIds ?? [], body.LotId, body.IntoLotId, body.Requirements, body.Title, body.Reason, body.CloseRound, context.Caller(), context.Arrived());
        var stored = await adjuster.AdjustAsync(context, roundId, command, request.IfMatch(), cancellationToken);
        await durable.NudgeAsync(Round.InstanceId(roundId), Signals.RoundChanged, roundId, logger, cancellationToken);
        return Reply.Ok(LotAdjustmentsView.Of(stored.Document, await arranger.ProposalAsync(stored.Document, cancellationToken)), stored.ETag);
    }

    [Function(nameof(GetLotAdjustments))]
    [RequiresRole(Role.ProcurementOfficer, Role.Opener, Role.Evaluator, Role.AwardDecider, Role.ContractManager, Role.Auditor)]
    public async Task<IResult> GetLotAdjustments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rounds/{roundId}/lot-adjustments")] HttpRequest request,
        string roundId,
        FunctionContext context,
        CancellationToken cancellationToken)
    {
        var stored = await rounds.ReadAsync(context, roundId, cancellationToken);
        return Reply.Ok(LotAdjustmentsView.Of(stored.Document, await adjuster.ReadProposalAsync(stored.Document, cancellationToken)), stored.ETag);
    }
}
