using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Samkjop.Embedded.Runtime;

/// <summary>
/// Runs one item at a time in the order of due time and sequence, on a manual clock. When nothing is ready and
/// nothing is held, the clock jumps to the earliest item that is due later. Same work, same order, each time.
/// </summary>
/// <remarks>An item runs until its task has completed; work that it posts queues behind it, so an item must not wait for such work.</remarks>
public sealed class VirtualScheduler : WorkScheduler
{
    readonly Lock gate = new();
    readonly SortedSet<WorkItem> agenda = new(WorkItem.Order);
    readonly List<TaskCompletionSource> idleWaiters = [];
    readonly List<Advance> advances = [];
    readonly CancellationTokenSource stopping = new();
    readonly ILogger logger;
    readonly bool jumps;
    readonly VirtualClock clock;
    TaskCompletionSource wake = NewSignal();
    Task? loop;
    DateTimeOffset now;
    long sequence;
    int holds;
    bool running;
    bool jumpsPaused;

    /// <summary>Creates a clock that stands at <paramref name="start"/>.</summary>
    /// <param name="start">The first instant.</param>
    /// <param name="jumps">Whether the clock jumps by itself; otherwise <see cref="AdvanceToAsync"/> moves it.</param>
    /// <param name="loggers">Where failing work is logged.</param>
    public VirtualScheduler(DateTimeOffset start, bool jumps = true, ILoggerFactory? loggers = null)
    {
        now = start.ToUniversalTime();
        this.jumps = jumps;
        clock = new VirtualClock(this);
        logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<VirtualScheduler>();
    }

    /// <summary>Virtual now, UTC.</summary>
    public DateTimeOffset Now
    {
        get { lock (gate) return now; }
    }

    /// <summary>Keeps a jumping clock where it stands, for instance while a rehearsal is set up.</summary>
    public bool JumpsPaused
    {
        get { lock (gate) return jumpsPaused; }
        set { lock (gate) { jumpsPaused = value; Wake(); } }
    }

    /// <inheritdoc />
    public override TimeProvider Clock => clock;

    /// <inheritdoc />
    public override bool IsVirtual => true;

    /// <inheritdoc />
    public override void Post(WorkKind kind, Func<CancellationToken, Task> work) => Add(DateTimeOffset.MinValue, kind, work);

    /// <inheritdoc />
    public override IDisposable PostAt(DateTimeOffset due, WorkKind kind, Func<CancellationToken, Task> work) => Add(due, kind, work);

    /// <inheritdoc />
    public override IDisposable Hold(WorkKind kind)
    {
        lock (gate) holds++;
        return new Held(this);
    }

    /// <inheritdoc />
    public override Task WhenIdleAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (IsIdle) return Task.CompletedTask;
            var waiter = NewSignal();
            idleWaiters.Add(waiter);
            return waiter.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Runs everything that is due up to and including <paramref name="instant"/>, in order, and idles there.</summary>
    /// <exception cref="InvalidOperationException">The clock jumps by itself.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The instant is past.</exception>
    public Task AdvanceToAsync(DateTimeOffset instant)
    {
        lock (gate)
        {
            if (jumps && !jumpsPaused) throw new InvalidOperationException("This clock jumps by itself. Create it with jumps: false, or pause its jumps, to move it by hand.");
            ArgumentOutOfRangeException.ThrowIfLessThan(instant, now);
            Advance advance = new(instant.ToUniversalTime(), NewSignal());
            advances.Add(advance);
            Wake();
            return advance.Done.Task;
        }
    }

    /// <summary>Runs everything that is due within <paramref name="by"/> from now and idles at its end.</summary>
    public Task AdvanceAsync(TimeSpan by) => AdvanceToAsync(Now + by);

    /// <inheritdoc />
    public override void Start()
    {
        lock (gate) loop ??= Task.Run(RunAsync);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await stopping.CancelAsync();
        lock (gate) Wake();
        if (loop is not null) await loop.WaitAsync(cancellationToken);
    }

    bool IsIdle => !running && holds == 0 && (agenda.Min is not { } first || first.Due > now);

    WorkItem Add(DateTimeOffset due, WorkKind kind, Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (gate)
        {
            WorkItem item = new(due > now ? due.ToUniversalTime() : now, ++sequence, kind, work) { Cancel = Remove };
            agenda.Add(item);
            Wake();
            return item;
        }
    }

    void Remove(WorkItem item)
    {
        lock (gate) if (agenda.Remove(item)) Wake();
    }

    void Release()
    {
        lock (gate)
        {
            holds--;
            Wake();
        }
    }

    async Task RunAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            WorkItem? item;
            Task woken;
            lock (gate)
            {
                item = TakeNext();
                running = item is not null;
                woken = wake.Task;
            }

            if (item is null)
            {
                await woken;
                continue;
            }

            try
            {
                await item.Work(stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
            catch (Exception exception)
            {
                SchedulerLog.WorkFailed(logger, item.Kind, exception);
            }

            lock (gate) running = false;
        }
    }

    /// <summary>The next item to run, after the clock has moved to it; null when there is none for now.</summary>
    WorkItem? TakeNext()
    {
        while (true)
        {
            var first = agenda.Min;
            if (first is not null && first.Due <= now)
            {
                agenda.Remove(first);
                return first;
            }

            // What waits at rest runs on other threads: give it the floor before the clock moves.
            wake = NewSignal();
            if (holds > 0) return null;
            foreach (var waiter in idleWaiters) waiter.TrySetResult();
            idleWaiters.Clear();

            var target = advances.Count > 0 ? advances.Min(advance => advance.Instant) : (DateTimeOffset?)null;
            var limit = target ?? (jumps && !jumpsPaused ? DateTimeOffset.MaxValue : now);
            if (first is not null && first.Due <= limit)
            {
                now = first.Due;
                continue;
            }

            if (target is not { } reached) return null;
            now = reached > now ? reached : now;
            foreach (var advance in advances.Where(advance => advance.Instant <= now)) advance.Done.TrySetResult();
            advances.RemoveAll(advance => advance.Instant <= now);
        }
    }

    void Wake() => wake.TrySetResult();

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    sealed record Advance(DateTimeOffset Instant, TaskCompletionSource Done);

    sealed class Held(VirtualScheduler owner) : IDisposable
    {
        VirtualScheduler? owner = owner;

        public void Dispose() => Interlocked.Exchange(ref owner, null)?.Release();
    }
}
