namespace Samkjop.Embedded.Runtime;

/// <summary>
/// Runs the work of the process and owns business time. Safe for use from any thread.
/// An item that throws is logged and does not stop others. Work posted before <see cref="Start"/> waits for it;
/// work posted after <see cref="StopAsync"/> is not begun.
/// </summary>
public abstract class WorkScheduler : IAsyncDisposable
{
    /// <summary>Business time, UTC.</summary>
    public abstract TimeProvider Clock { get; }

    /// <summary>Whether the clock is moved by the work itself instead of by the machine.</summary>
    public abstract bool IsVirtual { get; }

    /// <summary>Runs <paramref name="work"/> as soon as possible, first in, first out.</summary>
    public abstract void Post(WorkKind kind, Func<CancellationToken, Task> work);

    /// <summary>Runs <paramref name="work"/> at <paramref name="due"/> or, when that is past, as soon as possible.</summary>
    /// <returns>Disposing it cancels the work unless it has begun.</returns>
    public abstract IDisposable PostAt(DateTimeOffset due, WorkKind kind, Func<CancellationToken, Task> work);

    /// <summary>Says that something from outside is in flight: until it is disposed the process is not idle and a virtual clock stands still.</summary>
    public abstract IDisposable Hold(WorkKind kind);

    /// <summary>Completes when nothing is ready, running or held. Work that is due later may wait.</summary>
    public abstract Task WhenIdleAsync(CancellationToken cancellationToken = default);

    /// <summary>Begins to run what was posted.</summary>
    public abstract void Start();

    /// <summary>Begins nothing new and completes when the running items have ended.</summary>
    public abstract Task StopAsync(CancellationToken cancellationToken = default);

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }
}
