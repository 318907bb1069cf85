namespace Samkjop.Embedded.Storage;

/// <summary>Writes on their way to the writer, in the order in which they were asked for.</summary>
internal sealed class WriteQueue : IDisposable
{
    /// <summary>How long a write that nobody waits for may lie before a transaction is begun for it alone.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    readonly object gate = new();
    readonly int maxGroup;
    readonly Queue<WriteOperation> waiting = new();
    readonly Queue<WriteOperation> patient = new();
    readonly Timer hurry;
    bool hurries;
    bool asleep;
    bool closed;

    public WriteQueue(int maxGroup)
    {
        this.maxGroup = maxGroup;
        hurry = new Timer(static queue => ((WriteQueue)queue!).Hurry(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public void Add(WriteOperation operation)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteFile));
            waiting.Enqueue(operation);
            if (asleep) Monitor.Pulse(gate);
        }
    }

    /// <summary>Adds a write that goes with the next transaction, and within <see cref="Patience"/>.</summary>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public void AddPatient(WriteOperation operation)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(SqliteFile));
            patient.Enqueue(operation);
            if (hurries) return;
            hurries = true;
            hurry.Change(Patience, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Waits for writes and moves those that are there into <paramref name="group"/>; false when closed and empty.</summary>
    public bool Take(List<WriteOperation> group)
    {
        lock (gate)
        {
            while (waiting.Count == 0 && !(closed && patient.Count > 0))
            {
                if (closed) return false;
                asleep = true;
                Monitor.Wait(gate);
                asleep = false;
            }

            Move(group);
            return true;
        }
    }

    public void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }

    public void Dispose() => hurry.Dispose();

    void Move(List<WriteOperation> group)
    {
        while (patient.Count > 0 && group.Count < maxGroup) group.Add(patient.Dequeue());
        while (waiting.Count > 0 && group.Count < maxGroup) group.Add(waiting.Dequeue());
    }

    void Hurry()
    {
        lock (gate)
        {
            hurries = false;
            if (patient.Count == 0 || closed) return;
            waiting.Enqueue(patient.Dequeue());
            if (asleep) Monitor.Pulse(gate);
        }
    }
}
