using System.Diagnostics;
using Microsoft.DurableTask;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;

namespace Samkjop.Embedded.DurableTask.Tracing;

/// <summary>
/// The engine's spans, with the names, kinds and attributes of the real one (TraceHelper of durabletask-dotnet). An orchestration that was started
/// while nobody listened has none. Spans of orchestrators are told after the turn that they belong to is stored, and never by a replay: each at most once.
/// Their times are the engine's. A failure is told by its type, since messages may hold what is not for everyone.
/// </summary>
internal static class EngineTracing
{
    static readonly ActivitySource Source = new("Microsoft.DurableTask");

    /// <summary>Whether anybody listens; ask before doing anything for it.</summary>
    public static bool IsOn => Source.HasListeners();

    /// <summary>A client starts an orchestration; current until disposed.</summary>
    public static Activity? Create(TaskName name, string instanceId, DateTime now)
    {
        if (!IsOn) return null;
        var span = Start($"create_orchestration:{name}", ActivityKind.Producer, default, now);
        return span?.SetTag(DurableTags.Type, "orchestration").SetTag(DurableTags.Name, name.Name).SetTag(DurableTags.InstanceId, instanceId);
    }

    /// <summary>A client raises an event; current until disposed.</summary>
    public static Activity? Raise(string eventName, string instanceId, DateTime now)
    {
        if (!IsOn) return null;
        var span = Start($"orchestration_event:{eventName}", ActivityKind.Producer, default, now);
        return span?.SetTag(DurableTags.Type, "event").SetTag(DurableTags.Name, eventName).SetTag(DurableTags.EventTarget, instanceId);
    }

    /// <summary>An activity runs; current until disposed. One of an orchestration without a trace begins none, and belongs to no other.</summary>
    public static Activity? Run(Instance instance, int generation, TaskScheduled task, DateTime now)
    {
        if (!IsOn) return null;
        Activity.Current = null;
        if (instance.TraceOf(generation) is not { } run) return null;
        return Start($"activity:{task.Name}", ActivityKind.Server, run.Call(task.Id), now)?.Describe("activity", task.Name, instance.Id, task.Id);
    }

    /// <summary>The orchestrator got an answer, or its timer fired.</summary>
    public static void Tell(Instance instance, RunTrace run, Answered answer, DateTime now)
    {
        var span = answer.Call switch
        {
            TaskScheduled task => Start($"activity:{task.Name}", ActivityKind.Client, run.Span, answer.Since, run.Call(task.Id))?.Describe("activity", task.Name, instance.Id, task.Id),
            ChildScheduled child => Start($"orchestration:{child.Name}", ActivityKind.Client, run.Span, answer.Since, run.Call(child.Id))?.Describe("orchestration", child.Name, instance.Id),
            TimerCreated timer => Start($"orchestration:{instance.Name}:timer", ActivityKind.Internal, run.Span, answer.Since)?
                .Describe("timer", instance.Name, instance.Id, timer.Id).SetTag(DurableTags.FireAt, timer.Due.ToString("o")),
            _ => null,
        };
        if (answer.Error is { } error) span?.SetStatus(ActivityStatusCode.Error, error);
        End(span, now);
    }

    /// <summary>The orchestrator sent an event.</summary>
    public static void Tell(Instance instance, RunTrace run, EventSent sent, DateTime now)
    {
        var span = Start($"orchestration_event:{sent.Name}", ActivityKind.Producer, run.Span, now);
        End(span?.Describe("event", sent.Name, instance.Id).SetTag(DurableTags.EventTarget, sent.InstanceId), now);
    }

    /// <summary>A run ended, or gave way to the next one.</summary>
    public static void TellRun(Instance instance, RunTrace run, string status, string? error, DateTime now)
    {
        var span = Start($"orchestration:{instance.Name}", ActivityKind.Server, run.Parent, instance.Began ?? now, run.Span)?
            .Describe("orchestration", instance.Name, instance.Id).SetTag(DurableTags.Status, status);
        if (error is not null) span?.SetStatus(ActivityStatusCode.Error, error);
        End(span, now);
    }

    /// <summary>Ends a span at the engine's time.</summary>
    public static void End(Activity? span, DateTime now)
    {
        span?.SetEndTime(now);
        span?.Dispose();
    }

    static Activity? Start(string name, ActivityKind kind, ActivityContext parent, DateTime at, ActivityContext? identity = null)
    {
        var span = Source.StartActivity(name, kind, parent, startTime: new DateTimeOffset(at));
        if (span is not null && identity is { } known) SpanIdentity.Take(span, known.SpanId);
        return span;
    }

    static Activity Describe(this Activity span, string type, string name, string instanceId, int? taskId = null)
    {
        span.SetTag(DurableTags.Type, type).SetTag(DurableTags.Name, name).SetTag(DurableTags.InstanceId, instanceId);
        return taskId is { } id ? span.SetTag(DurableTags.TaskId, id) : span;
    }
}
