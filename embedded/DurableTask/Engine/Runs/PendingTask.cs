using Microsoft.DurableTask;
using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>A call that has not been answered.</summary>
internal abstract class PendingTask(HistoryEvent decision, DateTime since)
{
    /// <summary>What the code decided.</summary>
    public HistoryEvent Decision => decision;

    /// <summary>When, UTC.</summary>
    public DateTime Since => since;

    public abstract void Complete(DataConverter converter, string? result);

    public abstract void Fail(TaskFailureDetails details);
}

/// <summary>A call that is answered with a value. Its awaiter continues inline, within the turn.</summary>
internal sealed class PendingTask<T>(string name, int id, HistoryEvent decision, DateTime since) : PendingTask(decision, since)
{
    readonly TaskCompletionSource<T> source = new();

    public Task<T> Task => source.Task;

    public override void Complete(DataConverter converter, string? result)
    {
        T value;
        try
        {
            value = converter.Deserialize<T>(result)!;
        }
        catch (Exception exception)
        {
            source.SetException(exception);
            return;
        }

        source.SetResult(value);
    }

    public override void Fail(TaskFailureDetails details) => source.SetException(new TaskFailedException(name, id, details));
}
