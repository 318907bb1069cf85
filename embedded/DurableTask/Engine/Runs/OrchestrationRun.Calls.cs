using System.Text.Json;
using Microsoft.DurableTask;
using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>Activities and sub-orchestrations.</summary>
internal sealed partial class OrchestrationRun
{
    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        Guard();
        NotOptions(input, options);
        var payload = settings.Serialize(input, $"The input of activity '{name}'");
        return WithRetry(options?.Retry, () => Call<TResult>(name, id => new TaskScheduled(id, name, payload)));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        Guard();
        NotOptions(input, options);
        var payload = settings.Serialize(input, $"The input of sub-orchestration '{orchestratorName}'");
        var given = (options as SubOrchestrationOptions)?.InstanceId;
        var tags = options?.Tags is { Count: > 0 } some ? JsonSerializer.Serialize(some) : null;
        return WithRetry(
            options?.Retry,
            () =>
            {
                // An attempt that failed keeps its id, so that it can be looked at.
                var instanceId = given ?? NewGuid().ToString("N");
                return Call<TResult>(orchestratorName, id => new ChildScheduled(id, orchestratorName, instanceId, given is null, payload) { Tags = tags });
            });
    }

    Task<TResult> Call<TResult>(TaskName name, Func<int, HistoryEvent> decision)
    {
        Guard();
        var id = ++lastId;
        var decided = decision(id);
        if (!Decide(decided)) return Never<TResult>();
        PendingTask<TResult> call = new(name, id, decided, now);
        pending.Add(id, call);
        return call.Task;
    }

    /// <summary>What code waits for after its run has failed: it gets no further.</summary>
    static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;

    static void NotOptions(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException($"{nameof(TaskOptions)} were passed as the input. Pass them as '{nameof(options)}'.", nameof(input));
        }
    }
}
