using Microsoft.Extensions.Logging;

namespace Samkjop.Embedded.DurableTask;

internal static partial class EngineLog
{
    [LoggerMessage(1, LogLevel.Debug, "Orchestration {InstanceId} ({Name}) ended: {Status}.")]
    public static partial void Ended(ILogger logger, string instanceId, string name, string status);

    [LoggerMessage(2, LogLevel.Warning, "Orchestration {InstanceId} ({Name}) failed: {Reason}")]
    public static partial void Failed(ILogger logger, string instanceId, string name, string reason);

    [LoggerMessage(3, LogLevel.Error, "A turn of orchestration {InstanceId} could not be stored; its messages are kept and it is tried again in {Delay}.")]
    public static partial void TurnNotStored(ILogger logger, string instanceId, TimeSpan delay, Exception exception);

    [LoggerMessage(4, LogLevel.Debug, "Activity {Name} of orchestration {InstanceId} failed.")]
    public static partial void ActivityFailed(ILogger logger, string name, string instanceId, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "Recovered {Instances} unfinished orchestrations: {Activities} activities and {Timers} timers go on, {Messages} messages wait.")]
    public static partial void Recovered(ILogger logger, int instances, int activities, int timers, int messages);

    [LoggerMessage(6, LogLevel.Warning, "Event {Event} for orchestration {InstanceId} was dropped: there is no such orchestration, or it has ended.")]
    public static partial void EventDropped(ILogger logger, string @event, string instanceId);

    [LoggerMessage(7, LogLevel.Error, "The history of orchestration {InstanceId} cannot be read; it fails, others go on.")]
    public static partial void Unreadable(ILogger logger, string instanceId, Exception exception);
}
