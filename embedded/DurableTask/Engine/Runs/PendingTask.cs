using Microsoft.DurableTask;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>A call that has not been answered.</summary>
internal abstract class PendingTask
{
    public abstract void Complete(DataConverter converter, string? result);

    public abstract void Fail(TaskFailureDetails details);
}

/// <summary>A call that is answered with a value. Its awaiter continues inline, within the turn.</summary>
internal sealed class PendingTask<T>(string name, int id) : PendingTask
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
