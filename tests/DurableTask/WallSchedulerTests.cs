using Microsoft.Extensions.Time.Testing;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Tests.DurableTask;

public sealed class WallSchedulerTests
{
    [Fact]
    public async Task Runs_what_is_due_and_not_what_was_cancelled()
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2021, 4, 30, 10, 0, 0, TimeSpan.Zero));
        await using WallScheduler scheduler = new(clock);
        scheduler.Start();
        TaskCompletionSource due = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelledRan = false;
        scheduler.PostAt(clock.GetUtcNow().AddDays(100), WorkKind.Timer, _ => Complete(due));
        scheduler.PostAt(clock.GetUtcNow().AddDays(1), WorkKind.Timer, _ =>
        {
            cancelledRan = true;
            return Task.CompletedTask;
        }).Dispose();
        clock.Advance(TimeSpan.FromDays(99));
        Assert.False(due.Task.IsCompleted);
        clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        await due.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.False(cancelledRan);
    }

    [Fact]
    public async Task Waits_for_the_start_and_is_idle_when_all_is_done()
    {
        await using WallScheduler scheduler = new();
        TaskCompletionSource go = new(), ran = new();
        scheduler.Post(WorkKind.Activity, async _ =>
        {
            ran.SetResult();
            await go.Task;
        });
        scheduler.Post(WorkKind.Activity, _ => throw new InvalidOperationException("logged, no more"));
        Assert.False(ran.Task.IsCompleted);
        scheduler.Start();
        await ran.Task;
        var idle = scheduler.WhenIdleAsync(TestContext.Current.CancellationToken);
        Assert.False(idle.IsCompleted);
        go.SetResult();
        await idle;
    }

    [Fact]
    public async Task Stops_after_what_runs_and_begins_nothing_new()
    {
        WallScheduler scheduler = new();
        scheduler.Start();
        TaskCompletionSource go = new(), ran = new();
        scheduler.Post(WorkKind.Activity, async _ =>
        {
            ran.SetResult();
            await go.Task;
        });
        await ran.Task;
        var stop = scheduler.StopAsync(TestContext.Current.CancellationToken);
        var late = false;
        scheduler.Post(WorkKind.Activity, _ =>
        {
            late = true;
            return Task.CompletedTask;
        });
        Assert.False(stop.IsCompleted);
        go.SetResult();
        await stop;
        Assert.False(late);
    }

    static Task Complete(TaskCompletionSource source)
    {
        source.SetResult();
        return Task.CompletedTask;
    }
}
