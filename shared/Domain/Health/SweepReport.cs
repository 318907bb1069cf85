using System.Collections.Immutable;
using NodaTime;
using Samkjop.Ports;
using Samkjop.Purchasing;

namespace Samkjop.Health;

/// <summary>
/// What the last sweep found, written over by each: that it ran at all is what the readiness probe looks for, on whichever machine. It holds counts and
/// ids of rounds, nothing of their content.
/// </summary>
public sealed record SweepReport : IDocument
{
    /// <summary>The one id of it, and its partition.</summary>
    public const string TheId = "sweep";

    /// <summary>So many stuck rounds are named; more are only counted.</summary>
    public const int MaxNamed = 100;

    public static string Container => Containers.Platform;

    public static string Kind => "sweepReport";

    public static int SchemaVersion => 1;

    /// <summary>The part of the platform that it tells of.</summary>
    public string Part { get; init; } = TheId;

    /// <summary>When the sweep came to its end, UTC.</summary>
    public required Instant CompletedAt { get; init; }

    /// <summary>Rounds that are not closed, by phase.</summary>
    public required ImmutableArray<RoundCount> Rounds { get; init; }

    /// <summary>Open orders of which vehicles are overdue.</summary>
    public required int OverdueOrders { get; init; }

    /// <summary>Documents whose events had not been relayed.</summary>
    public required int PendingDocuments { get; init; }

    /// <summary>When the oldest of those events was decided, UTC; null when there was none.</summary>
    public Instant? OldestPendingAt { get; init; }

    /// <summary>How many rounds are stuck.</summary>
    public required int StuckCount { get; init; }

    /// <summary>The first of them, at most <see cref="MaxNamed"/>.</summary>
    public ImmutableArray<StuckRound> Stuck { get; init; } = [];

    /// <summary>Messages that were given up, by queue; only queues that hold some.</summary>
    public ImmutableArray<PoisonCount> Poisoned { get; init; } = [];

    public string Id => TheId;

    public string PartitionKey => Part;

    public string? Mark => null;
}

/// <param name="Phase">A phase.</param>
/// <param name="Count">How many rounds are in it, at least 1.</param>
public sealed record RoundCount(RoundPhase Phase, int Count);

/// <param name="Queue">A poison queue.</param>
/// <param name="Count">How many messages it holds, at least 1.</param>
public sealed record PoisonCount(string Queue, int Count);
