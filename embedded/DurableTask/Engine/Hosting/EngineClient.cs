using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.DurableTask.Tracing;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.DurableTask;

/// <summary>The client of an engine in the same process. What it was asked is durable when its task completes.</summary>
internal sealed partial class EngineClient(DurableEngine engine) : DurableTaskClient("embedded")
{
    readonly InstanceIds ids = new(engine.Scheduler);

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        if (orchestratorName == default) throw new ArgumentException("An orchestration needs the name of its orchestrator. Nothing was started.", nameof(orchestratorName));
        cancellation.ThrowIfCancellationRequested();
        var payload = engine.Settings.Serialize(input, $"The input of orchestration '{orchestratorName}'");
        var number = engine.NextNumber();
        var id = options?.InstanceId ?? ids.Next(number);
        if (id.Length is 0 or > 100) throw new ArgumentException($"The instance id '{id}' has {id.Length} characters; give it 1 to 100. Nothing was started.", nameof(options));
        var now = engine.Now;
        DateTime? startAt = options?.StartAt is { } at && at.UtcDateTime > now ? at.UtcDateTime : null;
        var status = startAt is null ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Pending;
        var tags = options?.Tags is { Count: > 0 } given ? JsonSerializer.Serialize(given) : null;
        using ClientSpan span = new(EngineTracing.Create(orchestratorName, id, now), engine);
        InstanceRow row = new(number, id, orchestratorName, status, now, now, 0, startAt, null, tags, payload, null) { Trace = span.Context };
        StartWrite write = new(engine, row, Statuses(options), Duplicate(), options?.InstanceId is null);
        var (result, existing) = await WriteAsync(write, write.Task);
        return result != StartResult.Refused
            ? id
            : throw new InvalidOperationException($"An orchestration with the id '{id}' exists already and is {existing}. It goes on unchanged, nothing was started; look for it first, or use another id.");
    }

    public override async Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        cancellation.ThrowIfCancellationRequested();
        using ClientSpan span = new(EngineTracing.Raise(eventName, instanceId, engine.Now), engine);
        if (engine.Options.Hostile is { LoseRaisedEvent: > 0 } losing && engine.Dice!.Roll(losing.LoseRaisedEvent))
            throw new TimeoutException($"The event '{eventName}' for '{instanceId}' was lost on the way. Raise it again.");
        var payload = engine.Settings.Serialize(eventPayload, $"The payload of event '{eventName}'");
        RaiseWrite write = new(engine, instanceId, new EventRaised(eventName, payload));
        var met = await WriteAsync(write, write.Task);
        if (met == Met.Open && engine.Options.Hostile is { RepeatRaisedEvent: > 0 } repeating && engine.Dice!.Roll(repeating.RepeatRaisedEvent))
        {
            RaiseWrite again = new(engine, instanceId, new EventRaised(eventName, payload));
            await WriteAsync(again, again.Task);
        }

        if (met == Met.Open) return;
        engine.Dropped(eventName, instanceId);
        if (met == Met.Nobody && Unknown() == UnknownInstance.Throw) throw NotFound(instanceId, $"event '{eventName}' was dropped");
    }

    public override async Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        TerminateWrite write = new(engine, instanceId, engine.Settings.Serialize(options?.Output, "The output of a termination"), options?.Recursive ?? false);
        if (await WriteAsync(write, write.Task) == Met.Nobody) throw NotFound(instanceId, "nothing was terminated");
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => SuspendAsync(instanceId, true, "nothing was suspended", cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
        => SuspendAsync(instanceId, false, "nothing was resumed", cancellation);

    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        PurgeWrite write = new(engine, [instanceId], options?.Recursive ?? false);
        return new PurgeResult(await WriteAsync(write, write.Task), true);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task SuspendAsync(string instanceId, bool suspend, string consequence, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        cancellation.ThrowIfCancellationRequested();
        SuspendWrite write = new(engine, instanceId, suspend);
        if (await WriteAsync(write, write.Task) == Met.Nobody) throw NotFound(instanceId, consequence);
    }

    /// <summary>Hands a write over; a virtual clock stands still until it is durable.</summary>
    async Task<T> WriteAsync<T>(EngineWrite write, Task<T> answer)
    {
        using var hold = engine.Scheduler.IsVirtual ? engine.Scheduler.Hold(WorkKind.Request) : null;
        engine.File.Write(write);
        return await answer;
    }

    DuplicateStart Duplicate() => engine.Options.Hostile is { } hostile
        ? hostile.StartDuplicate ?? (DuplicateStart)engine.Dice!.Below(3)
        : DuplicateStart.Throw;

    UnknownInstance Unknown() => engine.Options.Hostile is { } hostile
        ? hostile.RaiseToUnknown ?? (UnknownInstance)engine.Dice!.Below(2)
        : UnknownInstance.Throw;

    static InvalidOperationException NotFound(string instanceId, string consequence) =>
        new($"There is no orchestration with the id '{instanceId}': {consequence}. Start it first, or correct the id.");

    static FrozenSet<OrchestrationRuntimeStatus>? Statuses(StartOrchestrationOptions? options) => options?.DedupeStatuses?.Select(text =>
        Enum.TryParse<OrchestrationRuntimeStatus>(text, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Invalid orchestration runtime status: '{text}' for deduplication. Nothing was started."), nameof(options))).ToFrozenSet();
}
