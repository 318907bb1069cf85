namespace Samkjop.Embedded.Storage;

/// <summary>One write that joins a group transaction.</summary>
internal abstract class WriteOperation
{
    /// <summary>
    /// Whether the write may throw for reasons of its own and then needs its changes undone alone. Without, an exception
    /// rolls the whole group back and its writes run again, one by one.
    /// </summary>
    public virtual bool NeedsSavepoint => true;

    /// <summary>Runs on the writer thread inside the transaction.</summary>
    public abstract void Execute(SqliteSession session);

    /// <summary>Runs there when the transaction is durable; must not block.</summary>
    public abstract void Committed();

    /// <summary>Runs there when nothing of this write was kept.</summary>
    public abstract void Failed(Exception exception);
}

/// <summary>A write with an answer.</summary>
internal sealed class WriteOperation<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken) : WriteOperation
{
    readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    T answer = default!;

    public Task<T> Task => done.Task;

    public override void Execute(SqliteSession session)
    {
        cancellationToken.ThrowIfCancellationRequested();
        answer = write(session);
    }

    public override void Committed() => done.TrySetResult(answer);

    public override void Failed(Exception exception)
    {
        if (exception is OperationCanceledException cancelled) done.TrySetCanceled(cancelled.CancellationToken);
        else done.TrySetException(exception);
    }
}
