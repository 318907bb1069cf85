using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Samkjop.Embedded.Runtime;

/// <summary>Runs work concurrently on the thread pool, on the machine's clock or on a given one.</summary>
public sealed class WallScheduler : WorkScheduler
{
    readonly Lock gate = new();
    readonly IdleGate idle = new();
    readonly ILogger logger;
    readonly WallAgenda agenda;
    readonly CancellationTokenSource stopping = new();
    Queue<(WorkKind Kind, Func<CancellationToken, Task> Work)>? untilStart = new();
    bool stopped;

    /// <summary>Creates a scheduler on <paramref name="clock"/>, the machine's clock when absent.</summary>
    public WallScheduler(TimeProvider? clock = null, ILoggerFactory? loggers = null)
    {
        Clock = clock ?? TimeProvider.System;
        logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<WallScheduler>();
        agenda = new WallAgenda(Clock, item => Post(item.Kind, item.Work));
    }

    /// <inheritdoc />
    public override TimeProvider Clock { get; }

    /// <inheritdoc />
    public override bool IsVirtual => false;

    /// <inheritdoc />
    public override void Post(WorkKind kind, Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (untilStart is not null)
        {
            lock (gate)
            {
                if (untilStart is not null)
                {
                    untilStart.Enqueue((kind, work));
                    return;
                }
            }
        }

        if (Volatile.Read(ref stopped)) return;
        idle.Enter();
        ThreadPool.UnsafeQueueUserWorkItem(new Running(this, kind, work), preferLocal: false);
    }

    /// <inheritdoc />
    public override IDisposable PostAt(DateTimeOffset due, WorkKind kind, Func<CancellationToken, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return agenda.Add(due, kind, work);
    }

    /// <inheritdoc />
    public override IDisposable Hold(WorkKind kind) => idle.Hold();

    /// <inheritdoc />
    public override Task WhenIdleAsync(CancellationToken cancellationToken = default) => idle.WaitAsync(cancellationToken);

    /// <inheritdoc />
    public override void Start()
    {
        lock (gate)
        {
            if (untilStart is not { } waiting) return;
            untilStart = null;
            foreach (var (kind, work) in waiting) Post(kind, work);
        }

        agenda.Start();
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref stopped, true)) return;
        agenda.Dispose();
        await stopping.CancelAsync();
        await idle.WaitAsync(cancellationToken);
    }

    sealed class Running(WallScheduler owner, WorkKind kind, Func<CancellationToken, Task> work) : IThreadPoolWorkItem
    {
        public void Execute()
        {
            Task task;
            try
            {
                task = Volatile.Read(ref owner.stopped) ? Task.CompletedTask : work(owner.stopping.Token);
            }
            catch (Exception exception)
            {
                task = Task.FromException(exception);
            }

            if (task.IsCompletedSuccessfully) owner.idle.Leave();
            else _ = FinishAsync(task);
        }

        async Task FinishAsync(Task task)
        {
            try
            {
                await task;
            }
            catch (OperationCanceledException) when (owner.stopping.IsCancellationRequested)
            {
            }
            catch (Exception exception)
            {
                SchedulerLog.WorkFailed(owner.logger, kind, exception);
            }
            finally
            {
                owner.idle.Leave();
            }
        }
    }
}
