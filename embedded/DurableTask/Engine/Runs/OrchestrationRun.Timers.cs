using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Tracing;

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
        TimerCreated created = new(id, due);
        if (!Decide(created)) return Never<bool>();
        Timer timer = new(created, now);
        timers.Add(id, timer);
        if (cancellationToken.CanBeCanceled) timer.Registration = cancellationToken.Register(() => Cancel(id, cancellationToken));
        return timer.Task;
    }

    void Fire(int id)
    {
        if (!timers.Remove(id, out var timer)) return;
        timer.Registration.Dispose();
        answered?.Add(new Answered(timer.Created, timer.Since, null));
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

    sealed class Timer(TimerCreated created, DateTime since) : TaskCompletionSource
    {
        public TimerCreated Created => created;

        public DateTime Since => since;

        public CancellationTokenRegistration Registration { get; set; }
    }
}
