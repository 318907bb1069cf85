namespace Samkjop.Embedded.Storage;

/// <summary>Writes on their way to the writer thread, in the order in which they were asked for.</summary>
internal sealed class WriteQueue(int maxGroup)
{
    readonly object gate = new();
    readonly Queue<WriteOperation> waiting = new();
    bool asleep;
    bool closed;

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

    /// <summary>Waits for writes and moves those that are there into <paramref name="group"/>; false when closed and empty.</summary>
    public bool Take(List<WriteOperation> group)
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (closed) return false;
                asleep = true;
                Monitor.Wait(gate);
                asleep = false;
            }

            for (var left = Math.Min(waiting.Count, maxGroup); left > 0; left--) group.Add(waiting.Dequeue());
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
}
