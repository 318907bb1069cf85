using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Functions.Http;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Complaints;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Complaints;

/// <summary>What follows every change of a complaint: the lot's suspensions are drawn up anew, suppliers are told, the orchestration is nudged.</summary>
public sealed class ComplaintDesk(IDocumentStore store, SuspensionDesk suspensions, RefusedAttempts attempts, ILogger<ComplaintDesk> logger)
{
    public async Task<Stored<Complaint>> FollowAsync(
        FunctionContext context, Round round, string lotId, string subject, Outcome<Complaint> outcome, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        var stored = await attempts.OrProblemAsync(context, round.RoundId, subject, outcome, cancellationToken);
        var lot = await suspensions.SettleAsync(round.RoundId, lotId, context.Arrived(), cancellationToken);
        foreach (var message in ComplaintMessages.Of(round, lot, stored.Document))
        {
            await store.TellAsync(message, cancellationToken);
        }

        await durable.NudgeAsync(Lot.InstanceId(round.RoundId, lotId), Signals.LotChanged, lotId, logger, cancellationToken);
        return stored;
    }
}
