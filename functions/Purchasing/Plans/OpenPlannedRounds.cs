using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Purchasing.Plans;

/// <summary>
/// Opens each planned round exactly once when its day begins in Oslo. Fires every hour in UTC, since midnight in Oslo is at 22 or 23; an occurrence
/// that was missed is caught up by the next.
/// </summary>
public sealed partial class OpenPlannedRounds(PlannedRoundOpener opener, TimeProvider clock, ILogger<OpenPlannedRounds> logger)
{
    [Function(nameof(OpenPlannedRounds))]
    public async Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        foreach (var roundId in await opener.OpenDueAsync(now, (id, cancel) => StartAsync(durable, id, cancel), cancellationToken))
        {
            LogOpened(logger, roundId);
        }
    }

    /// <summary>Looks first: what a second start of a living instance does differs between backends.</summary>
    private static async Task StartAsync(DurableTaskClient durable, string roundId, CancellationToken cancellationToken)
    {
        var instanceId = Round.InstanceId(roundId);
        if (await durable.GetInstanceAsync(instanceId, cancellationToken) is null)
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(
                nameof(RunPurchaseRound), new RunPurchaseRound.Input(roundId), new StartOrchestrationOptions(instanceId), cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Opened round {RoundId}: needs are taken.")]
    private static partial void LogOpened(ILogger logger, string roundId);
}
