using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.Functions.Invocation;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.Functions.Timers;

/// <summary>
/// One timer function: runs past due once at start when an occurrence was missed, then at each occurrence, never twice at a time.
/// The next occurrence counts from the beginning of a run: one that falls into it follows at its end, of several only one, as on the real host.
/// </summary>
internal sealed class TimerFunction
{
    private readonly FunctionEntry _function;
    private readonly FunctionInvoker _invoker;
    private readonly WorkScheduler _scheduler;
    private readonly TimerWheel _wheel;
    private readonly TimerStatusStore _store;
    private readonly ILogger _logger;
    private readonly TimerSchedule _schedule;
    private readonly bool _runOnStartup;
    private readonly bool _monitored;
    private ScheduleStatus? _status;

    public TimerFunction(FunctionEntry function, FunctionInvoker invoker, WorkScheduler scheduler, TimerWheel wheel, TimerStatusStore store, ILogger logger)
    {
        (_function, _invoker, _scheduler, _wheel, _store, _logger) = (function, invoker, scheduler, wheel, store, logger);
        var trigger = (TimerTriggerAttribute)function.Trigger;
        _schedule = TimerSchedule.Parse(trigger.Schedule, function.Name);
        _runOnStartup = trigger.RunOnStartup;
        _monitored = trigger.UseMonitor && !_schedule.IsBelowOneMinute(Now);
    }

    private DateTime Now => _scheduler.Clock.GetUtcNow().UtcDateTime;

    public void Start()
    {
        var now = Now;
        var next = _monitored ? Recorded(now) : _schedule.Next(now);
        if (now > next)
        {
            FunctionLog.TimerPastDue(_logger, _function.Name, next);
            Schedule(now, pastDue: true);
        }
        else
        {
            Schedule(_runOnStartup ? now : next, pastDue: false);
        }
    }

    /// <summary>The next occurrence as it was recorded, or anew when this timer has none or its schedule has changed.</summary>
    private DateTime Recorded(DateTime now)
    {
        _status = _store.Read(_function.Name);
        if (_status is { } known && known.Next == _schedule.Next(known.LastUpdated))
            return known.Next;

        Record(new ScheduleStatus { Next = _schedule.Next(now), LastUpdated = now });
        return _status!.Next;
    }

    private void Record(ScheduleStatus status)
    {
        _status = status;
        _store.Save(_function.Name, status);
    }

    private void Schedule(DateTime due, bool pastDue)
    {
        if (due != DateTime.MaxValue)
            _wheel.Schedule(_function.Name, new DateTimeOffset(due, TimeSpan.Zero), ct => RunAsync(new Occurrence(due, pastDue, Now), attempt: 0, ct));
    }

    private async Task RunAsync(Occurrence occurrence, int attempt, CancellationToken cancellation)
    {
        TimerInfo info = new() { IsPastDue = occurrence.IsPastDue, ScheduleStatus = _status };
        try
        {
            await _invoker.InvokeAsync(_function, new InvocationTrigger(info, InvocationTrigger.NoData, attempt), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) when (_function.Retry?.DelayAfter(attempt) is { } delay)
        {
            FunctionLog.TriedAgain(_logger, _function.Name, attempt + 1, delay, error);
            _scheduler.PostAt(_scheduler.Clock.GetUtcNow() + delay, WorkKind.Timer, ct => RunAsync(occurrence, attempt + 1, ct));
            return;
        }
        catch (Exception error)
        {
            FunctionLog.FunctionFailed(_logger, _function.Name, error);
        }

        Done(occurrence);
    }

    private void Done(Occurrence occurrence)
    {
        // The machine's clock may fire a moment early: count from the occurrence then, or it would fire twice.
        var last = occurrence.Due > occurrence.Began ? occurrence.Due : occurrence.Began;
        var next = _schedule.Next(last);
        if (_monitored)
            Record(new ScheduleStatus { Last = last, Next = next, LastUpdated = last });
        Schedule(next, pastDue: false);
    }

    private sealed record Occurrence(DateTime Due, bool IsPastDue, DateTime Began);
}
