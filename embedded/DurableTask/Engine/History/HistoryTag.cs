namespace Samkjop.Embedded.DurableTask.History;

/// <summary>What an event is, on disk: never renumber.</summary>
internal enum HistoryTag : byte
{
    TurnStarted = 1,
    RunStarted = 2,
    TaskScheduled = 3,
    TaskCompleted = 4,
    TaskFailed = 5,
    TimerCreated = 6,
    TimerCancelled = 7,
    TimerFired = 8,
    ChildScheduled = 9,
    ChildCompleted = 10,
    ChildFailed = 11,
    EventRaised = 12,
    EventSent = 13,
    RunEnded = 14,
}
