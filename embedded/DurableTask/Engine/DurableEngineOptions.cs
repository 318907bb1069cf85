namespace Samkjop.Embedded.DurableTask;

/// <summary>How the engine runs.</summary>
public sealed record DurableEngineOptions
{
    /// <summary>Rebuild the orchestrator by replay before every turn, as a restart would.</summary>
    public bool ReplayEveryTurn { get; init; }

    /// <summary>Show the worst that real backends do; null in production.</summary>
    public HostileMode? Hostile { get; init; }

    /// <summary>Activities that run at the same time, at least 1.</summary>
    public int MaxConcurrentActivities { get; init; } = 256;

    /// <summary>Turns that are computed at the same time, at least 1; a turn that waits for its commit does not count.</summary>
    public int MaxConcurrentTurns { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Orchestrations kept in memory between turns; those used longest ago are dropped and rebuilt by replay.</summary>
    public int MaxInstancesInMemory { get; init; } = 50_000;

    /// <summary>The longest custom status, in bytes of UTF-16, as Azure Storage counts it.</summary>
    public int MaxCustomStatusBytes { get; init; } = 16 * 1024;

    /// <summary>The longest input, output or event payload, in bytes of UTF-8.</summary>
    public int MaxPayloadBytes { get; init; } = 1024 * 1024;

    /// <summary>The longest history of one run, in events.</summary>
    public int MaxHistoryEvents { get; init; } = 10_000;

    /// <summary>Told the instance's id after each turn that was stored, before anything that the turn decided; for recording histories.</summary>
    public Action<DurableEngine, string>? TurnStored { get; init; }
}
