using NodaTime;
using Samkjop.Health;
using Samkjop.Ports;
using Samkjop.State;

namespace Samkjop.Functions.Health.Parts;

/// <summary>The hourly sweep runs, on whichever machine.</summary>
internal sealed class SweepPart(IDocumentStore store, TimeProvider clock) : IPlatformPart
{
    private static readonly Duration Longest = Duration.FromHours(2);

    private readonly Instant _began = clock.Now();

    public string Name => "sweep";

    public string Consequence => SweepReports.Consequence;

    public async Task<PartFinding> LookAsync(CancellationToken cancellationToken)
    {
        var last = (await store.LastSweepAsync(cancellationToken))?.CompletedAt;
        return clock.Now() - (last ?? _began) <= Longest
            ? PartFinding.Fine(last is { } at ? $"last ended {at}" : "has not run yet")
            : new PartFinding(
                PartState.Degraded,
                "has not run to its end for more than two hours, and nothing catches what a nudge or the change feed lost. Look for its errors in the log, and whether timer triggers run",
                last is { } ended ? $"last ended {ended}" : "has never run to its end");
    }
}

/// <summary>No round is stuck, as far as the last sweep saw.</summary>
internal sealed class RoundsPart(IDocumentStore store) : IPlatformPart
{
    public string Name => "rounds";

    public string Consequence => SweepReports.Consequence;

    public async Task<PartFinding> LookAsync(CancellationToken cancellationToken) => await store.LastSweepAsync(cancellationToken) is { StuckCount: > 0 } report
        ? new PartFinding(
            PartState.Degraded,
            "a round should have moved on and has not. Nothing is lost; look for the failure of its orchestration, mend the cause, and the next sweep resumes it where the documents are",
            string.Join(", ", report.Stuck.Select(s => $"{s.RoundId} in {s.Phase} since {s.Since}: {s.Reason}")))
        : PartFinding.Fine();
}

/// <summary>Events reach the audit logs, as far as the last sweep saw.</summary>
internal sealed class RelayPart(IDocumentStore store) : IPlatformPart
{
    private static readonly Duration Longest = Duration.FromHours(2);

    public string Name => "relay";

    public string Consequence => SweepReports.Consequence;

    public async Task<PartFinding> LookAsync(CancellationToken cancellationToken) =>
        await store.LastSweepAsync(cancellationToken) is { OldestPendingAt: { } oldest } report && report.CompletedAt - oldest > Longest
            ? new PartFinding(
                PartState.Degraded,
                "events wait for more than two hours to be brought to the audit logs. They are kept in their documents; look for the relay's errors in the log",
                $"{report.PendingDocuments} documents, the oldest event of {oldest}")
            : PartFinding.Fine();
}

/// <summary>Reading what the last sweep found.</summary>
internal static class SweepReports
{
    public const string Consequence = "what the sweep found cannot be read. See the document store";

    public static async Task<SweepReport?> LastSweepAsync(this IDocumentStore store, CancellationToken cancellationToken) =>
        (await store.FindAsync<SweepReport>(SweepReport.TheId, SweepReport.TheId, cancellationToken))?.Document;
}
