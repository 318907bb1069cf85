namespace Samkjop.Embedded.Runtime;

/// <summary>Counts what keeps a scheduler busy and wakes those who wait for rest.</summary>
internal sealed class IdleGate
{
    readonly Lock gate = new();
    readonly List<TaskCompletionSource> waiters = [];
    long busy;

    public bool IsIdle => Volatile.Read(ref busy) == 0;

    public void Enter() => Interlocked.Increment(ref busy);

    public void Leave()
    {
        if (Interlocked.Decrement(ref busy) == 0) Release();
    }

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate) waiters.Add(waiter);
        if (IsIdle) Release();
        return waiter.Task.WaitAsync(cancellationToken);
    }

    public IDisposable Hold() => new Held(this);

    void Release()
    {
        lock (gate)
        {
            if (!IsIdle) return;
            foreach (var waiter in waiters) waiter.TrySetResult();
            waiters.Clear();
        }
    }

    sealed class Held : IDisposable
    {
        IdleGate? owner;

        public Held(IdleGate owner)
        {
            this.owner = owner;
            owner.Enter();
        }

        public void Dispose() => Interlocked.Exchange(ref owner, null)?.Leave();
    }
}
