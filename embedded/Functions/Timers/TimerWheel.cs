using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.Functions.Timers;

/// <summary>Fires timers when they are due, those of one instant in the order of their names, so that a rehearsal repeats after a restart.</summary>
internal sealed class TimerWheel(WorkScheduler scheduler)
{
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Entry, (DateTimeOffset Due, string Name)> _entries = new();
    private DateTimeOffset _armedFor = DateTimeOffset.MaxValue;
    private IDisposable? _armed;
    private bool _stopped;

    public void Schedule(string name, DateTimeOffset due, Func<CancellationToken, Task> run)
    {
        lock (_gate)
        {
            _entries.Enqueue(new Entry(run), (due, name));
            Arm();
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            _armed?.Dispose();
        }
    }

    private void Arm()
    {
        if (_stopped || !_entries.TryPeek(out _, out var earliest) || earliest.Due >= _armedFor)
            return;

        _armed?.Dispose();
        _armedFor = earliest.Due;
        _armed = scheduler.PostAt(earliest.Due, WorkKind.Timer, _ => Fire(earliest.Due));
    }

    private Task Fire(DateTimeOffset due)
    {
        lock (_gate)
        {
            while (!_stopped && _entries.TryPeek(out var entry, out var next) && next.Due <= due)
            {
                _entries.Dequeue();
                scheduler.Post(WorkKind.Timer, entry.Run);
            }

            _armedFor = DateTimeOffset.MaxValue;
            _armed = null;
            Arm();
        }

        return Task.CompletedTask;
    }

    private sealed record Entry(Func<CancellationToken, Task> Run);
}
