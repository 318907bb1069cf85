namespace Samkjop.Embedded.Runtime;

/// <summary>The clock of a <see cref="VirtualScheduler"/>: its timers are items of that scheduler.</summary>
internal sealed class VirtualClock(VirtualScheduler scheduler) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => scheduler.Now;

    public override long GetTimestamp() => scheduler.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        VirtualTimer timer = new(scheduler, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    sealed class VirtualTimer(VirtualScheduler scheduler, TimerCallback callback, object? state) : ITimer
    {
        readonly Lock gate = new();
        IDisposable? next;
        bool disposed;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                if (disposed) return false;
                next?.Dispose();
                next = dueTime == Timeout.InfiniteTimeSpan ? null : scheduler.PostAt(scheduler.Now + dueTime, WorkKind.Timer, _ => Fire(period));
                return true;
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                disposed = true;
                next?.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        Task Fire(TimeSpan period)
        {
            if (period > TimeSpan.Zero) Change(period, period);
            callback(state);
            return Task.CompletedTask;
        }
    }
}
