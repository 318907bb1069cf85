using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Samkjop.Embedded.DurableTask.History;

/// <summary>Something that happened to an orchestration. What a turn takes in and what it decides are told in the same words.</summary>
internal abstract record HistoryEvent;

/// <summary>A turn began; its events follow until the next one begins.</summary>
internal sealed record TurnStarted(DateTime At) : HistoryEvent;

/// <summary>The run began.</summary>
internal sealed record RunStarted : HistoryEvent
{
    public static readonly RunStarted Instance = new();
}

/// <summary>The orchestrator called an activity.</summary>
internal sealed record TaskScheduled(int Id, string Name, string? Input) : HistoryEvent;

/// <summary>An activity answered.</summary>
internal sealed record TaskCompleted(int Id, string? Result) : HistoryEvent;

/// <summary>An activity failed.</summary>
internal sealed record TaskFailed(int Id, TaskFailureDetails Details) : HistoryEvent;

/// <summary>The orchestrator set a timer.</summary>
internal sealed record TimerCreated(int Id, DateTime Due) : HistoryEvent;

/// <summary>The orchestrator gave a timer up. Told for recovery only: replay does not compare it.</summary>
internal sealed record TimerCancelled(int Id) : HistoryEvent;

/// <summary>A timer fired.</summary>
internal sealed record TimerFired(int Id) : HistoryEvent;

/// <summary>The orchestrator called a sub-orchestrator.</summary>
internal sealed record ChildScheduled(int Id, string Name, string InstanceId, bool IdIsGenerated, string? Input) : HistoryEvent
{
    /// <summary>Tags of the new orchestration as JSON; kept with it and not here.</summary>
    public string? Tags { get; init; }
}

/// <summary>A sub-orchestration ended well.</summary>
internal sealed record ChildCompleted(int Id, string? Result) : HistoryEvent;

/// <summary>A sub-orchestration failed.</summary>
internal sealed record ChildFailed(int Id, TaskFailureDetails Details) : HistoryEvent;

/// <summary>An event reached the orchestration.</summary>
internal sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

/// <summary>The orchestrator sent an event to another one.</summary>
internal sealed record EventSent(string InstanceId, string Name, string? Payload) : HistoryEvent;

/// <summary>The run ended for good.</summary>
internal sealed record RunEnded(OrchestrationRuntimeStatus Status, string? Output, TaskFailureDetails? Failure) : HistoryEvent;

/// <summary>Something outside the durable model moved the orchestrator; never stored.</summary>
internal sealed record ForeignStep(string What) : HistoryEvent;
