namespace Samkjop.Embedded.Runtime;

/// <summary>What is due later on a running clock: one system timer, armed for the earliest item.</summary>
internal sealed class WallAgenda : IDisposable
{
    /// <summary>A clock may be set, and system timers end at 49 days: look again at least this often.</summary>
    static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    readonly Lock gate = new();
    readonly SortedSet<WorkItem> items = new(WorkItem.Order);
    readonly TimeProvider clock;
    readonly Action<WorkItem> ripe;
    readonly ITimer timer;
    long sequence;
    bool started;
    bool disposed;

    public WallAgenda(TimeProvider clock, Action<WorkItem> ripe)
    {
        this.clock = clock;
        this.ripe = ripe;
        timer = clock.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public IDisposable Add(DateTimeOffset due, WorkKind kind, Func<CancellationToken, Task> work)
    {
        WorkItem item = new(due, Interlocked.Increment(ref sequence), kind, work) { Cancel = Remove };
        lock (gate)
        {
            items.Add(item);
            if (ReferenceEquals(items.Min, item)) Arm();
        }

        return item;
    }

    public void Start()
    {
        lock (gate)
        {
            started = true;
            Arm();
        }
    }

    public void Dispose()
    {
        lock (gate) disposed = true;
        timer.Dispose();
    }

    void Remove(WorkItem item)
    {
        lock (gate) items.Remove(item);
    }

    void Fire()
    {
        List<WorkItem> due = [];
        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (items.Min is { } first && first.Due <= now)
            {
                items.Remove(first);
                due.Add(first);
            }

            Arm();
        }

        due.ForEach(ripe);
    }

    void Arm()
    {
        if (!started || disposed || items.Min is not { } first) return;
        // One millisecond later rather than earlier: system timers may fire early, and then again at once.
        var wait = first.Due - clock.GetUtcNow() + TimeSpan.FromMilliseconds(1);
        timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestSleep ? LongestSleep : wait, Timeout.InfiniteTimeSpan);
    }
}
