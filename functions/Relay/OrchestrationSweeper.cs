using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Health;
using Samkjop.Orchestrations;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Relay;

/// <summary>Compares documents with the orchestrations that serve them.</summary>
public sealed partial class OrchestrationSweeper(IDocumentStore store, ILogger<OrchestrationSweeper> logger)
{
    /// <summary>An orchestration that has moved so much later than the change has surely looked at it: clocks differ, and a look may have begun before.</summary>
    private static readonly Duration Margin = Duration.FromMinutes(1);

    /// <summary>Starts the round's orchestration when there is none, nudges it when it lags.</summary>
    /// <returns>Whether it was there; only while it is at work its lots and orders are worth a look.</returns>
    public async Task<OrchestrationPresence> SweepRoundAsync(Round round, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(durable);
        var instanceId = Round.InstanceId(round.RoundId);
        var instance = await durable.GetInstanceAsync(instanceId, cancellationToken);
        if (instance is null)
        {
            LogStarting(logger, instanceId, round.Phase);
            await durable.ScheduleNewOrchestrationInstanceAsync(
                nameof(RunPurchaseRound), new RunPurchaseRound.Input(round.RoundId), new StartOrchestrationOptions(instanceId), cancellationToken);
            return OrchestrationPresence.Missing;
        }

        if (instance.IsCompleted)
        {
            LogEnded(logger, instanceId, instance.RuntimeStatus, round.Phase);
            return OrchestrationPresence.Ended;
        }

        await NudgeIfLaggingAsync(instance, round.Ledger, Signals.RoundChanged, round.RoundId, durable, cancellationToken);
        return OrchestrationPresence.AtWork;
    }

    /// <summary>Nudges the orchestrations of the round's open lots and orders that lag. Their parents start them.</summary>
    public async Task SweepLotsAndOrdersAsync(string roundId, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(durable);
        await foreach (var lot in OpenAsync<Lot>(roundId, cancellationToken))
        {
            await NudgeIfLaggingAsync(Lot.InstanceId(roundId, lot.LotId), lot.Ledger, Signals.LotChanged, lot.LotId, durable, cancellationToken);
        }

        await foreach (var order in OpenAsync<Order>(roundId, cancellationToken))
        {
            await NudgeIfLaggingAsync(Order.InstanceId(roundId, order.OrderId), order.Ledger, Signals.OrderChanged, order.OrderId, durable, cancellationToken);
        }
    }

    private IAsyncEnumerable<T> OpenAsync<T>(string roundId, CancellationToken cancellationToken)
        where T : class, IAggregate<T> =>
        store.AllAsync<T>(roundId, cancellationToken: cancellationToken).Select(stored => stored.Document).Where(document => document.Mark != Marks.Closed);

    private async Task NudgeIfLaggingAsync(
        string instanceId, Ledger ledger, string signal, string id, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        if (await durable.GetInstanceAsync(instanceId, cancellationToken) is { IsCompleted: false } instance)
        {
            await NudgeIfLaggingAsync(instance, ledger, signal, id, durable, cancellationToken);
        }
    }

    private async Task NudgeIfLaggingAsync(
        OrchestrationMetadata instance, Ledger ledger, string signal, string id, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        if (ledger.ChangedAt is { } changed && Instant.FromDateTimeOffset(instance.LastUpdatedAt) < changed + Margin)
        {
            await durable.NudgeAsync(instance.InstanceId, signal, id, logger, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "There was no orchestration {InstanceId} although its round is in {Phase}: starting it there.")]
    private static partial void LogStarting(ILogger logger, string instanceId, RoundPhase phase);

    [LoggerMessage(Level = LogLevel.Error, Message = "The orchestration {InstanceId} has ended as {Status} although its round is in {Phase}. Nothing is lost: find the cause in its failure, then purge the instance, and the next sweep starts it where the round is.")]
    private static partial void LogEnded(ILogger logger, string instanceId, OrchestrationRuntimeStatus status, RoundPhase phase);
}
