using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Instances;

/// <summary>Those who wait for an orchestration to begin or to end.</summary>
internal sealed class InstanceSignals
{
    readonly Lock gate = new();
    List<TaskCompletionSource>? untilStart;
    List<TaskCompletionSource<RunEnded>>? untilEnd;
    bool started;
    RunEnded? ended;

    public Task WhenStarted
    {
        get
        {
            lock (gate)
            {
                if (started || ended is not null) return Task.CompletedTask;
                TaskCompletionSource waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
                (untilStart ??= []).Add(waiter);
                return waiter.Task;
            }
        }
    }

    public Task<RunEnded> WhenEnded
    {
        get
        {
            lock (gate)
            {
                if (ended is not null) return Task.FromResult(ended);
                TaskCompletionSource<RunEnded> waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
                (untilEnd ??= []).Add(waiter);
                return waiter.Task;
            }
        }
    }

    public void Start()
    {
        lock (gate)
        {
            started = true;
            untilStart?.ForEach(waiter => waiter.TrySetResult());
            untilStart = null;
        }
    }

    public void End(RunEnded how)
    {
        lock (gate)
        {
            ended ??= how;
            untilStart?.ForEach(waiter => waiter.TrySetResult());
            untilStart = null;
            untilEnd?.ForEach(waiter => waiter.TrySetResult(ended));
            untilEnd = null;
        }
    }
}
