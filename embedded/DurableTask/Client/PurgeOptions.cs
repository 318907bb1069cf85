namespace Microsoft.DurableTask.Client;

/// <summary>How to purge.</summary>
/// <param name="Recursive">Whether sub-orchestrations are purged too.</param>
public record PurgeInstanceOptions(bool Recursive = false);

/// <summary>Which orchestrations to purge.</summary>
/// <param name="CreatedFrom">Scheduled at this instant or later; required, as the Functions host fails without it.</param>
/// <param name="CreatedTo">Scheduled at this instant or earlier.</param>
/// <param name="Statuses">In one of these statuses; any in which an orchestration has ended when absent.</param>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>How long to go on; as long as it takes when absent.</summary>
    public TimeSpan? Timeout { get; init; }
}

/// <summary>What a purge has done.</summary>
public class PurgeResult
{
    /// <summary>Creates a result.</summary>
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    /// <summary>Creates a result.</summary>
    public PurgeResult(int count, bool? isComplete)
        : this(count) => IsComplete = isComplete;

    /// <summary>How many instances are gone.</summary>
    public int PurgedInstanceCount { get; }

    /// <summary>Whether nothing more matches; null when unknown.</summary>
    public bool? IsComplete { get; }
}
