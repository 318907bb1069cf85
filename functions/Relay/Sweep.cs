using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Orchestrations.Purchasing;
using Samkjop.Health;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Functions.Relay;

/// <summary>
/// Guarantees what nudges and the change feed only hasten: relays events that still pend, starts the orchestrations of open rounds that are
/// missing or have failed, leaves messages to all that are missing, and nudges those that have not looked since something changed. Lots and orders are looked at when something in their round
/// has changed, and once a day; all are nudged when the documents turn out to be older than the sweep before, as after a restore.
/// </summary>
public sealed class Sweep(
    IDocumentStore store, EventRelay relay, AuditLog audit, OrchestrationSweeper orchestrations, SweepRecorder recorder, RoundNotices notices, TimeProvider clock)
{
    /// <summary>Every hour at seven minutes past, UTC.</summary>
    public const string Schedule = "0 7 * * * *";

    /// <summary>A sweep looks so far back behind the one before, for changes whose nudge was lost just then.</summary>
    private static readonly Duration Overlap = Duration.FromHours(2);

    [Function(nameof(Sweep))]
    public async Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(timer);
        var relayed = await relay.RelayPendingAsync(cancellationToken);
        var last = await recorder.LastAsync(cancellationToken);
        var putBack = ArePutBack(timer, last?.Document);
        var swept = new List<(Round Round, OrchestrationPresence Orchestration)>();
        foreach (var mark in (string[])[Marks.Open, Marks.Pending])
        {
            await foreach (var stored in store.AllAcrossAsync<Round>(mark, cancellationToken))
            {
                var round = stored.Document;
                if (round.Phase is RoundPhase.Closed)
                {
                    continue;
                }

                var (presence, root) = await orchestrations.SweepRoundAsync(round, putBack, durable, cancellationToken);
                swept.Add((round, presence));
                if (!putBack && !IsFirstOfDay(timer) && !relayed.Partitions.Contains(round.RoundId) && !await HasChangedSinceAsync(round.RoundId, LastSweep(timer), cancellationToken))
                {
                    continue;
                }

                await notices.TellAsync(round.RoundId, cancellationToken);
                if (root is not null)
                {
                    await orchestrations.SweepLotsAndOrdersAsync(round, root, putBack, durable, cancellationToken);
                }
            }
        }

        await recorder.RecordAsync(swept, relayed, last, cancellationToken);
    }

    /// <summary>Every decision of a round ends in its audit log, so the newest entry tells whether anything in it has changed.</summary>
    private async Task<bool> HasChangedSinceAsync(string roundId, Instant since, CancellationToken cancellationToken) =>
        await audit.NewestAsync(roundId, cancellationToken) is { } newest && newest.At >= since;

    /// <summary>Whether the last sweep left no report in the store although the host knows that it ran: the documents are older than it.</summary>
    private static bool ArePutBack(TimerInfo timer, SweepReport? report) =>
        timer.ScheduleStatus is { Last: var last } && last > DateTime.UnixEpoch
        && (report is null || report.CompletedAt < Instant.FromDateTimeUtc(DateTime.SpecifyKind(last, DateTimeKind.Utc)));

    private bool IsFirstOfDay(TimerInfo timer) => timer.ScheduleStatus is not { Last: var last } || last.Date < clock.GetUtcNow().UtcDateTime.Date;

    private static Instant LastSweep(TimerInfo timer) => timer.ScheduleStatus is { Last: var last } && last > DateTime.UnixEpoch
        ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(last, DateTimeKind.Utc)) - Overlap
        : Instant.MinValue;
}
