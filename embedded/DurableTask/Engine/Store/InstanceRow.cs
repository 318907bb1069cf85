using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.Instances;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>An orchestration as it is stored.</summary>
internal sealed record InstanceRow(
    long Number,
    string Id,
    string Name,
    OrchestrationRuntimeStatus Status,
    DateTime Created,
    DateTime Updated,
    int Generation,
    DateTime? StartAt,
    ParentLink? Parent,
    string? Tags,
    string? Input,
    string? CustomStatus)
{
    /// <summary>The span that started it; null when nobody listened. Kept in a table of its own, and read by recovery only.</summary>
    public ActivityContext? Trace { get; init; }

    public bool HasEnded => Ended(Status);

    public static bool Ended(OrchestrationRuntimeStatus status) =>
        status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
