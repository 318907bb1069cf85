using Samkjop.Embedded.Runtime;

namespace Samkjop.Tests.DurableTask;

public sealed class VirtualSchedulerTests
{
    static readonly DateTimeOffset Start = new(2021, 3, 29, 6, 0, 0, TimeSpan.Zero);

    readonly List<string> log = [];

    Func<CancellationToken, Task> Note(VirtualScheduler scheduler, string what) => async _ =>
    {
        await Task.Yield();
        lock (log) log.Add($"{(scheduler.Now - Start).TotalHours} {what}");
    };

    [Fact]
    public async Task Runs_in_the_order_of_due_time_and_then_of_posting()
    {
        await using VirtualScheduler scheduler = new(Start);
        TaskCompletionSource done = new();
        scheduler.PostAt(Start.AddHours(2), WorkKind.Timer, Note(scheduler, "second"));
        scheduler.PostAt(Start.AddHours(1), WorkKind.Timer, async token =>
        {
            await Note(scheduler, "first")(token);
            scheduler.Post(WorkKind.Turn, Note(scheduler, "posted by the first"));
            scheduler.PostAt(Start.AddHours(1), WorkKind.Turn, Note(scheduler, "due now"));
            scheduler.PostAt(Start, WorkKind.Turn, Note(scheduler, "due in the past"));
        });
        scheduler.PostAt(Start.AddHours(1), WorkKind.Timer, Note(scheduler, "beside the first"));
        scheduler.PostAt(Start.AddHours(3), WorkKind.Timer, _ =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        scheduler.Start();
        await done.Task;
        Assert.Equal(["1 first", "1 beside the first", "1 posted by the first", "1 due now", "1 due in the past", "2 second"], log);
    }

    [Fact]
    public async Task Stands_still_while_something_is_held()
    {
        await using VirtualScheduler scheduler = new(Start);
        var hold = scheduler.Hold(WorkKind.Request);
        TaskCompletionSource fired = new(), ready = new();
        scheduler.PostAt(Start.AddHours(1), WorkKind.Timer, _ => Complete(fired));
        scheduler.Post(WorkKind.Turn, _ => Complete(ready));
        scheduler.Start();
        await ready.Task;
        Assert.Equal(Start, scheduler.Now);
        Assert.False(fired.Task.IsCompleted);
        hold.Dispose();
        hold.Dispose();
        await fired.Task;
        Assert.Equal(Start.AddHours(1), scheduler.Now);
    }

    [Fact]
    public async Task Goes_where_it_is_told_and_idles_there()
    {
        await using VirtualScheduler scheduler = new(Start, jumps: false);
        scheduler.Start();
        scheduler.PostAt(Start.AddHours(1), WorkKind.Timer, Note(scheduler, "one"));
        var cancelled = scheduler.PostAt(Start.AddHours(1), WorkKind.Timer, Note(scheduler, "cancelled"));
        scheduler.PostAt(Start.AddHours(5), WorkKind.Timer, Note(scheduler, "five"));
        cancelled.Dispose();
        await scheduler.WhenIdleAsync(TestContext.Current.CancellationToken);
        Assert.Empty(log);
        await scheduler.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(["1 one"], log);
        Assert.Equal(Start.AddHours(3), scheduler.Clock.GetUtcNow());
        await scheduler.AdvanceToAsync(Start.AddHours(5));
        Assert.Equal(["1 one", "5 five"], log);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => scheduler.AdvanceToAsync(Start));
    }

    [Fact]
    public async Task Goes_on_after_work_that_throws()
    {
        await using VirtualScheduler scheduler = new(Start, jumps: false);
        scheduler.Start();
        scheduler.Post(WorkKind.Activity, _ => throw new InvalidOperationException("now"));
        scheduler.Post(WorkKind.Activity, async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        });
        scheduler.Post(WorkKind.Activity, Note(scheduler, "still here"));
        await scheduler.WhenIdleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["0 still here"], log);
    }

    [Fact]
    public async Task Paused_jumps_wait()
    {
        await using VirtualScheduler scheduler = new(Start) { JumpsPaused = true };
        TaskCompletionSource fired = new();
        scheduler.PostAt(Start.AddDays(1), WorkKind.Timer, _ => Complete(fired));
        scheduler.Start();
        await scheduler.WhenIdleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Start, scheduler.Now);
        scheduler.JumpsPaused = false;
        await fired.Task;
    }

    [Fact]
    public async Task Its_clock_has_timers()
    {
        await using VirtualScheduler scheduler = new(Start, jumps: false);
        scheduler.Start();
        var ticks = 0;
        using var timer = scheduler.Clock.CreateTimer(_ => ticks++, null, TimeSpan.FromHours(1), TimeSpan.FromHours(2));
        await scheduler.AdvanceAsync(TimeSpan.FromHours(6));
        Assert.Equal(3, ticks);
    }

    static Task Complete(TaskCompletionSource source)
    {
        source.SetResult();
        return Task.CompletedTask;
    }
}
