using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Samkjop.Decisions;
using Samkjop.Health;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Orders;
using Samkjop.State;
using Samkjop.Telemetry;

namespace Samkjop.Functions.Relay;

/// <summary>Records what a sweep found: for the readiness probe in the store, for dashboards and alerts as metrics.</summary>
public sealed partial class SweepRecorder(
    IDocumentStore store, IQueueCounts queues, SamkjopMetrics metrics, TimeProvider clock, ILogger<SweepRecorder> logger)
{
    /// <summary>The report of the sweep before; null when there is none.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task<Stored<SweepReport>?> LastAsync(CancellationToken cancellationToken) =>
        store.FindAsync<SweepReport>(SweepReport.TheId, SweepReport.TheId, cancellationToken);

    /// <summary>Records a sweep that came to its end. What cannot be recorded is logged; the sweep has done its work.</summary>
    /// <param name="rounds">The rounds that are not closed, with what became of their orchestrations.</param>
    /// <param name="relayed">What was found pending.</param>
    /// <param name="last">The report that this one replaces, as the sweep found it.</param>
    /// <param name="cancellationToken">Ends the attempt; the next sweep records.</param>
    public async Task RecordAsync(
        IReadOnlyList<(Round Round, OrchestrationPresence Orchestration)> rounds, RelayTally relayed, Stored<SweepReport>? last, CancellationToken cancellationToken)
    {
        try
        {
            var report = await ReportAsync(rounds, relayed, cancellationToken);
            metrics.Swept(report);
            await StoreAsync(report, last, cancellationToken);
        }
        catch (StoreException exception)
        {
            LogNotRecorded(logger, exception);
        }
    }

    private async Task<SweepReport> ReportAsync(
        IReadOnlyList<(Round Round, OrchestrationPresence Orchestration)> rounds, RelayTally relayed, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        var stuck = rounds.Select(r => StuckRound.Of(r.Round, r.Orchestration, now)).OfType<StuckRound>().ToList();
        foreach (var round in stuck)
        {
            LogStuck(logger, round.RoundId, round.Phase, round.Reason, round.Since);
        }

        return new SweepReport
        {
            CompletedAt = now,
            Rounds = [.. rounds.GroupBy(r => r.Round.Phase).OrderBy(g => g.Key).Select(g => new RoundCount(g.Key, g.Count()))],
            OverdueOrders = await OverdueAsync(cancellationToken),
            PendingDocuments = relayed.Documents,
            OldestPendingAt = relayed.Oldest,
            StuckCount = stuck.Count,
            Stuck = [.. stuck.Take(SweepReport.MaxNamed)],
            Poisoned = await PoisonedAsync(cancellationToken),
        };
    }

    private async Task<int> OverdueAsync(CancellationToken cancellationToken)
    {
        var (overdue, now) = (0, clock.Now());
        foreach (var mark in (string[])[Marks.Open, Marks.Pending])
        {
            await foreach (var order in store.AllAcrossAsync<Order>(mark, cancellationToken))
            {
                overdue += order.Document.IsOverdue(now) ? 1 : 0;
            }
        }

        return overdue;
    }

    private async Task<ImmutableArray<PoisonCount>> PoisonedAsync(CancellationToken cancellationToken)
    {
        var poisoned = ImmutableArray.CreateBuilder<PoisonCount>();
        foreach (var queue in PoisonQueues.All)
        {
            if (await queues.CountAsync(queue, cancellationToken) is > 0 and var count)
            {
                poisoned.Add(new PoisonCount(queue, count));
            }
        }

        return poisoned.ToImmutable();
    }

    private async Task StoreAsync(SweepReport report, Stored<SweepReport>? last, CancellationToken cancellationToken)
    {
        try
        {
            if (last is not null)
            {
                await store.ReplaceAsync(report, last.ETag, cancellationToken);
            }
            else
            {
                await store.CreateAsync(report, cancellationToken);
            }
        }
        catch (StoreException exception) when (exception is DocumentChangedException or DocumentExistsException)
        {
            // Another machine's sweep ended in the same moment; its report is as good.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Round {RoundId} is stuck in {Phase} since {Since}: {Reason}. Nothing is lost; GET /api/health/details says what to do.")]
    private static partial void LogStuck(ILogger logger, string roundId, RoundPhase phase, StuckReason reason, NodaTime.Instant since);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sweep did its work, but what it found could not be recorded; the next one will.")]
    private static partial void LogNotRecorded(ILogger logger, Exception exception);
}
