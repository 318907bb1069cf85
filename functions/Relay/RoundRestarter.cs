using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Relay;

/// <summary>
/// Starts a round's orchestrations from nothing but its id: they resume where the documents are. What is left of former ones is ended first, since a
/// lot or an order has one orchestration at a time. Decides nothing: whatever an ended orchestration had decided is in the documents.
/// </summary>
public sealed partial class RoundRestarter(IDocumentStore store, ILogger<RoundRestarter> logger)
{
    /// <summary>So often a phase that fails is begun anew by itself; a release with another process version begins to count again.</summary>
    public const int MaxRestarts = 3;

    /// <summary>Output of orchestrations that were ended here and not by a person.</summary>
    public const string EndedForRestart = "Ended by the sweep, to resume from the documents.";

    /// <summary>Starts a round's orchestration that is not there.</summary>
    public async Task StartAsync(Round round, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        LogMissing(logger, Round.InstanceId(round.RoundId), round.Phase);
        await StartAsync(round, new RunPurchaseRound.Input(round.RoundId), durable, cancellationToken);
    }

    /// <summary>Begins the round's phase anew because an orchestration has failed, until that has happened too often in one phase.</summary>
    /// <param name="round">The round.</param>
    /// <param name="root">The round's orchestration, whose input tells how often.</param>
    /// <param name="failed">The one that failed: itself, or one that it called.</param>
    /// <param name="durable">Where they run.</param>
    /// <param name="cancellationToken">Ends the attempt; the next one goes on.</param>
    public async Task RestartFailedAsync(
        Round round, OrchestrationMetadata root, OrchestrationMetadata failed, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(failed);
        var reason = failed.FailureDetails?.ErrorMessage ?? "it does not say why";
        var input = InputOf(root);
        var restarts = input is { ProcessVersion: RunPurchaseRound.ProcessVersion } ? input.Restarts + 1 : 1;
        if (restarts > MaxRestarts)
        {
            LogGivenUp(logger, failed.InstanceId, round.Phase, MaxRestarts, reason);
            return;
        }

        LogFailed(logger, failed.InstanceId, round.Phase, restarts, MaxRestarts, reason);
        await StartAsync(round, new RunPurchaseRound.Input(round.RoundId, Restarts: restarts), durable, cancellationToken);
    }

    /// <summary>Ends orchestrations that do not fit the documents, as after a restore, and starts them where the documents are.</summary>
    /// <param name="round">The round.</param>
    /// <param name="misfit">What does not fit.</param>
    /// <param name="durable">Where they run.</param>
    /// <param name="cancellationToken">Ends the attempt; the next one goes on.</param>
    public async Task ResumeFromDocumentsAsync(Round round, string misfit, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        LogMisfit(logger, Round.InstanceId(round.RoundId), misfit, round.Phase);
        await StartAsync(round, new RunPurchaseRound.Input(round.RoundId), durable, cancellationToken);
    }

    private async Task StartAsync(Round round, RunPurchaseRound.Input input, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(durable);
        var instanceId = Round.InstanceId(round.RoundId);
        if (await EndAllAsync(round.RoundId, durable, cancellationToken))
        {
            await durable.ScheduleNewOrchestrationInstanceAsync(nameof(RunPurchaseRound), input, new StartOrchestrationOptions(instanceId), cancellationToken);
        }
        else
        {
            LogEnding(logger, instanceId);
        }
    }

    /// <summary>The round's own first, so that it does not answer the end of those that it called.</summary>
    /// <returns>Whether all have ended; a backend may take its time.</returns>
    private async Task<bool> EndAllAsync(string roundId, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        List<string> ids = [Round.InstanceId(roundId)];
        ids.AddRange((await store.EveryAsync<Lot>(roundId, null, cancellationToken)).Select(lot => Lot.InstanceId(roundId, lot.LotId)));
        ids.AddRange((await store.EveryAsync<Order>(roundId, null, cancellationToken)).Select(order => Order.InstanceId(roundId, order.OrderId)));
        var ended = true;
        foreach (var id in ids)
        {
            if (await durable.GetInstanceAsync(id, cancellationToken) is { IsCompleted: false })
            {
                await durable.TerminateInstanceAsync(id, EndedForRestart, cancellationToken);
                ended &= await durable.GetInstanceAsync(id, cancellationToken) is null or { IsCompleted: true };
            }
        }

        return ended;
    }

    /// <summary>Null when the input is none that this version can read.</summary>
    private static RunPurchaseRound.Input? InputOf(OrchestrationMetadata instance)
    {
        try
        {
            return instance.ReadInputAs<RunPurchaseRound.Input>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "There was no orchestration {InstanceId} although its round is in {Phase}: starting it there.")]
    private static partial void LogMissing(ILogger logger, string instanceId, RoundPhase phase);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The orchestration {InstanceId} failed while its round was in {Phase}; beginning the phase anew, restart {Restart} of {MaxRestarts}. Nothing is lost. It failed because: {Reason}")]
    private static partial void LogFailed(ILogger logger, string instanceId, RoundPhase phase, int restart, int maxRestarts, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The orchestration {InstanceId} failed again while its round was in {Phase}, after {MaxRestarts} restarts, and stands still. Nothing is lost: remove the cause, then purge the instance, and the next sweep starts it where the round is. It failed because: {Reason}")]
    private static partial void LogGivenUp(ILogger logger, string instanceId, RoundPhase phase, int maxRestarts, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The orchestration {InstanceId} does not fit its documents ({Misfit}), as after a restore: it resumes where they are, in {Phase}.")]
    private static partial void LogMisfit(ILogger logger, string instanceId, string misfit, RoundPhase phase);

    [LoggerMessage(Level = LogLevel.Information, Message = "Former orchestrations of {InstanceId} are still ending; the next sweep starts it.")]
    private static partial void LogEnding(ILogger logger, string instanceId);
}
