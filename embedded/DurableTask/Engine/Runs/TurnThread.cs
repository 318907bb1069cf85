using System.Diagnostics;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>
/// The one logical thread of an orchestrator: during a turn everything that continues, continues here, inline or from
/// a queue, in an order that depends on nothing else. What arrives from another thread is reported and not run.
/// </summary>
internal sealed class TurnThread : TaskScheduler
{
    readonly Queue<(SendOrPostCallback? Callback, object? State)> ready = new();
    readonly Context context;
    readonly Action<string> foreign;
    int threadId;

    public TurnThread(Action<string> foreign)
    {
        this.foreign = foreign;
        context = new Context(this);
    }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Whether the caller is inside the turn.</summary>
    public bool IsCurrent => Volatile.Read(ref threadId) == Environment.CurrentManagedThreadId;

    /// <summary>Runs <paramref name="step"/> and everything that it sets free, on the calling thread.</summary>
    public void Run(Action step)
    {
        var outer = SynchronizationContext.Current;
        Volatile.Write(ref threadId, Environment.CurrentManagedThreadId);
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            Task task = new(step);
            task.RunSynchronously(this);
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
            Volatile.Write(ref threadId, 0);
        }
    }

    /// <summary>Runs what waits in the queue; only within <see cref="Run"/>.</summary>
    public void Drain()
    {
        Debug.Assert(IsCurrent, "Only the turn drains its queue.");
        while (ready.TryDequeue(out var next)) next.Callback!(next.State);
    }

    protected override void QueueTask(Task task)
    {
        if (IsCurrent) ready.Enqueue((static state => ((Queued)state!).Run(), new Queued(this, task)));
        else foreign("A task was queued from another thread");
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => IsCurrent && !taskWasPreviouslyQueued && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    sealed record Queued(TurnThread Owner, Task Task)
    {
        public void Run() => Owner.TryExecuteTask(Task);
    }

    sealed class Context(TurnThread owner) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            if (owner.IsCurrent) owner.ready.Enqueue((d, state));
            else owner.foreign("An await came back from another thread");
        }

        public override void Send(SendOrPostCallback d, object? state)
        {
            if (owner.IsCurrent) d(state);
            else owner.foreign("A callback was sent from another thread");
        }

        public override SynchronizationContext CreateCopy() => this;
    }
}
