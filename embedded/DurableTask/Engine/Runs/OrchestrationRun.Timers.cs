using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>Durable timers.</summary>
internal sealed partial class OrchestrationRun
{
    readonly Dictionary<int, Timer> timers = [];

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        Guard();
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        var due = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        var id = ++lastId;
        if (!Decide(new TimerCreated(id, due))) return Never<bool>();
        Timer timer = new();
        timers.Add(id, timer);
        if (cancellationToken.CanBeCanceled) timer.Registration = cancellationToken.Register(() => Cancel(id, cancellationToken));
        return timer.Task;
    }

    void Fire(int id)
    {
        if (!timers.Remove(id, out var timer)) return;
        timer.Registration.Dispose();
        timer.SetResult();
    }

    void Cancel(int id, CancellationToken cancellationToken)
    {
        if (!thread.IsCurrent)
        {
            foreign("A timer was cancelled from another thread");
            return;
        }

        if (fatal is not null || !timers.Remove(id, out var timer)) return;
        Decide(new TimerCancelled(id));
        timer.TrySetCanceled(cancellationToken);
    }

    sealed class Timer : TaskCompletionSource
    {
        public CancellationTokenRegistration Registration { get; set; }
    }
}
