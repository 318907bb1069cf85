using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Functions.Http;
using Samkjop.Health;
using Samkjop.Orchestrations;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Relay;

/// <summary>Compares documents with the orchestrations that serve them, and brings the orchestrations to where the documents are.</summary>
public sealed partial class OrchestrationSweeper(IDocumentStore store, RoundRestarter restarter, TimeProvider clock, ILogger<OrchestrationSweeper> logger)
{
    /// <summary>An orchestration that has moved so much later than the change has surely looked at it: clocks differ, and a look may have begun before.</summary>
    private static readonly Duration Margin = Duration.FromMinutes(1);

    /// <summary>What stands so long and does not fit is no step that is just being taken.</summary>
    private static readonly Duration Standing = Duration.FromMinutes(5);

    /// <summary>Starts the round's orchestration when there is none or it has failed, nudges it when it lags.</summary>
    /// <param name="round">The round.</param>
    /// <param name="putBack">Whether the documents have been put back to an earlier time, so that every orchestration has to read them again.</param>
    /// <param name="durable">Where it runs.</param>
    /// <param name="cancellationToken">Ends the attempt; the next sweep goes on.</param>
    /// <returns>What it found, before it did anything; the orchestration only while it is at work, since only then its lots and orders are worth a look.</returns>
    public async Task<(OrchestrationPresence Presence, OrchestrationMetadata? AtWork)> SweepRoundAsync(Round round, bool putBack, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(durable);
        switch (await durable.GetInstanceAsync(Round.InstanceId(round.RoundId), getInputsAndOutputs: true, cancellationToken))
        {
            case null:
                await restarter.StartAsync(round, durable, cancellationToken);
                return (OrchestrationPresence.Missing, null);

            case { RuntimeStatus: OrchestrationRuntimeStatus.Failed } failed:
                await restarter.RestartFailedAsync(round, failed, failed, durable, cancellationToken);
                return (OrchestrationPresence.Ended, null);

            case { IsCompleted: true } ended:
                await SweepEndedAsync(round, ended, durable, cancellationToken);
                return (OrchestrationPresence.Ended, null);

            case { } running when await IsAheadAsync(round, running, cancellationToken):
                await restarter.ResumeFromDocumentsAsync(round, $"it is at {running.SerializedCustomStatus}", durable, cancellationToken);
                return (OrchestrationPresence.Ended, null);

            case { } running:
                await NudgeIfLaggingAsync(running, putBack ? null : round.Ledger, Signals.RoundChanged, round.RoundId, durable, cancellationToken);
                return (OrchestrationPresence.AtWork, running);
        }
    }

    /// <summary>
    /// Nudges the orchestrations of the round's open lots and orders that lag. Where one has ended although its document is open, the whole round resumes
    /// from its documents.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="root">Its orchestration, at work.</param>
    /// <param name="putBack">As for the round.</param>
    /// <param name="durable">Where they run.</param>
    /// <param name="cancellationToken">Ends the attempt; the next sweep goes on.</param>
    public async Task SweepLotsAndOrdersAsync(Round round, OrchestrationMetadata root, bool putBack, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(durable);
        var unfollowed = new List<(string Id, OrchestrationMetadata? Instance)>();
        await foreach (var lot in OpenAsync<Lot>(round.RoundId, cancellationToken))
        {
            var instance = await durable.GetInstanceAsync(Lot.InstanceId(round.RoundId, lot.LotId), getInputsAndOutputs: true, cancellationToken);
            if (instance is { IsCompleted: false })
            {
                var fits = instance.SerializedCustomStatus is not { } told || told == $"\"{lot.Phase}\"";
                await NudgeIfLaggingAsync(instance, fits && !putBack ? lot.Ledger : null, Signals.LotChanged, lot.LotId, durable, cancellationToken);
            }
            else if (round.Phase is RoundPhase.Awarding && lot.Phase is not (LotPhase.WithoutBids or LotPhase.Delivering or LotPhase.Ended) && HasStood(lot.Ledger))
            {
                unfollowed.Add((lot.LotId, instance));
            }
        }

        await foreach (var order in OpenAsync<Order>(round.RoundId, cancellationToken))
        {
            var instance = await durable.GetInstanceAsync(Order.InstanceId(round.RoundId, order.OrderId), cancellationToken);
            if (instance is { IsCompleted: false })
            {
                await NudgeIfLaggingAsync(instance, putBack ? null : order.Ledger, Signals.OrderChanged, order.OrderId, durable, cancellationToken);
            }
            else if (round.Phase is RoundPhase.Delivering && !order.HasEnded && HasStood(order.Ledger))
            {
                unfollowed.Add((order.OrderId, instance));
            }
        }

        if (unfollowed.Count > 0 && HasStood(root))
        {
            await FollowAgainAsync(round, root, unfollowed, durable, cancellationToken);
        }
    }

    private Task FollowAgainAsync(
        Round round, OrchestrationMetadata root, List<(string Id, OrchestrationMetadata? Instance)> unfollowed, DurableTaskClient durable, CancellationToken cancellationToken) =>
        unfollowed.Select(one => one.Instance).FirstOrDefault(instance => instance is { RuntimeStatus: OrchestrationRuntimeStatus.Failed }) is { } failed
            ? restarter.RestartFailedAsync(round, root, failed, durable, cancellationToken)
            : restarter.ResumeFromDocumentsAsync(round, $"nothing follows {string.Join(", ", unfollowed.Select(one => one.Id))}", durable, cancellationToken);

    /// <summary>One that completed has seen the round closed, so the round was put back since. One that was terminated stays so, unless the sweep ended it.</summary>
    private async Task SweepEndedAsync(Round round, OrchestrationMetadata ended, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        if (ended.RuntimeStatus is OrchestrationRuntimeStatus.Completed || ended.SerializedOutput?.Contains(RoundRestarter.EndedForRestart, StringComparison.Ordinal) is true)
        {
            await restarter.ResumeFromDocumentsAsync(round, $"it is {ended.RuntimeStatus}", durable, cancellationToken);
        }
        else
        {
            LogEnded(logger, ended.InstanceId, ended.RuntimeStatus, round.Phase);
        }
    }

    /// <summary>Whether it is in a later phase than the documents. It tells a phase only after it has read it there, so the document is read again after it told.</summary>
    private async Task<bool> IsAheadAsync(Round round, OrchestrationMetadata running, CancellationToken cancellationToken) =>
        Enum.TryParse<RoundPhase>(running.SerializedCustomStatus?.Trim('"'), out var told)
        && told > round.Phase
        && HasStood(running)
        && await store.FindAsync<Round>(round.RoundId, round.Id, cancellationToken) is { Document.Phase: var phase }
        && told > phase;

    private bool HasStood(OrchestrationMetadata instance) => Instant.FromDateTimeOffset(instance.LastUpdatedAt) + Standing < clock.Now();

    private bool HasStood(Ledger ledger) => ledger.ChangedAt is not { } changed || changed + Standing < clock.Now();

    private IAsyncEnumerable<T> OpenAsync<T>(string roundId, CancellationToken cancellationToken)
        where T : class, IAggregate<T> =>
        store.AllAsync<T>(roundId, cancellationToken: cancellationToken).Select(stored => stored.Document).Where(document => document.Mark != Marks.Closed);

    /// <summary>Nudges an orchestration that has not looked since the ledger's last change; always when no ledger is given.</summary>
    private async Task NudgeIfLaggingAsync(
        OrchestrationMetadata instance, Ledger? ledger, string signal, string id, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        if (ledger is null || (ledger.ChangedAt is { } changed && Instant.FromDateTimeOffset(instance.LastUpdatedAt) < changed + Margin))
        {
            await durable.NudgeAsync(instance.InstanceId, signal, id, logger, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The orchestration {InstanceId} was ended by somebody ({Status}) although its round is in {Phase}. Nothing is lost: purge the instance, and the next sweep starts it where the round is.")]
    private static partial void LogEnded(ILogger logger, string instanceId, OrchestrationRuntimeStatus status, RoundPhase phase);
}
