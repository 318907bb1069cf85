using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;

namespace Samkjop.Tests.Host.Relay;

/// <summary>A fake: knows the instances it is told of and notes what it is asked to do. It runs nothing and waits for nothing.</summary>
internal sealed class FakeDurableTaskClient() : DurableTaskClient("fake")
{
    public Dictionary<string, OrchestrationMetadata> Instances { get; } = new(StringComparer.Ordinal);

    /// <summary>What was started and raised: <c>start {id} {input}</c>, <c>raise {id} {event} {payload}</c>, <c>terminate {id} {output}</c>, <c>purge {id}</c>.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>How often an instance was looked up.</summary>
    public int Looks { get; private set; }

    /// <summary>Whether an orchestration that is terminated takes its time to end.</summary>
    public bool EndsSlowly { get; set; }

    public void Knows(
        string instanceId, DateTimeOffset updatedAt, OrchestrationRuntimeStatus status = OrchestrationRuntimeStatus.Running, DateTimeOffset? createdAt = null,
        object? input = null, object? customStatus = null, object? output = null) =>
        Instances[instanceId] = new OrchestrationMetadata("Test", instanceId)
        {
            RuntimeStatus = status,
            LastUpdatedAt = updatedAt,
            CreatedAt = createdAt ?? updatedAt,
            DataConverter = JsonDataConverter.Default,
            SerializedInput = JsonDataConverter.Default.Serialize(input),
            SerializedCustomStatus = JsonDataConverter.Default.Serialize(customStatus),
            SerializedOutput = JsonDataConverter.Default.Serialize(output),
        };

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Asked.Add($"start {options?.InstanceId} {input}");
        return Task.FromResult(options?.InstanceId ?? "new");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Asked.Add($"raise {instanceId} {eventName} {eventPayload}");
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        Looks++;
        return Task.FromResult(Instances.GetValueOrDefault(instanceId));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        Pageable.Create((_, _, _) => Task.FromResult(new Page<OrchestrationMetadata>(
            [.. Instances.Values.Where(i => (filter?.Statuses?.Contains(i.RuntimeStatus) ?? true) && (filter?.CreatedTo is not { } to || i.CreatedAt <= to))])));

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Asked.Add($"terminate {instanceId} {options?.Output}");
        if (!EndsSlowly)
        {
            Knows(instanceId, Instances[instanceId].LastUpdatedAt, OrchestrationRuntimeStatus.Terminated, output: options?.Output);
        }

        return Task.CompletedTask;
    }

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Asked.Add($"purge {instanceId}");
        return Task.FromResult(new PurgeResult(1));
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
