using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Timers;

[Row("timers")]
public sealed class TimerTests
{
    [Theory, EveryBackend]
    public async Task A_timer_never_fires_before_its_time(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Sleep", async context =>
        {
            var due = context.CurrentUtcDateTime + tick;
            await context.CreateTimer(due, CancellationToken.None);
            return context.CurrentUtcDateTime >= due;
        }));

        Assert.True(await backend.RunAsync<bool>("Sleep"));
    }

    [Theory, EveryBackend]
    public async Task A_timer_whose_time_has_passed_fires_at_once(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Sleep", async context =>
        {
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
            return "awake";
        }));

        Assert.Equal("awake", await backend.RunAsync<string>("Sleep"));
    }

    [Theory, EveryBackend]
    public async Task A_cancelled_timer_throws_TaskCanceledException_and_does_not_hold_completion(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Sleep", async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var timer = context.CreateTimer(TimeSpan.FromHours(100), cancellation.Token);
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            cancellation.Cancel();
            try
            {
                await timer;
                return "fired";
            }
            catch (TaskCanceledException)
            {
                return "cancelled";
            }
        }));

        var instance = await backend.BeginAsync("Sleep");
        var end = await backend.Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal("cancelled", end.ReadOutputAs<string>());
    }

    [Theory, EveryBackend]
    public async Task Timers_fire_in_the_order_of_their_times(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Sleep", async context =>
        {
            var fired = new List<int>();
            var open = new[] { 3, 1, 2 }.ToDictionary(n => context.CreateTimer(tick * n, CancellationToken.None));
            while (open.Count > 0)
            {
                var first = await Task.WhenAny(open.Keys);
                fired.Add(open[first]);
                open.Remove(first);
            }

            return fired;
        }));

        Assert.Equal([1, 2, 3], (await backend.RunAsync<List<int>>("Sleep"))!);
    }

    [Theory, EveryBackend, Row("long-timers")]
    public async Task A_timer_of_ten_days_takes_ten_days(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Stand", async context =>
        {
            var begun = context.CurrentUtcDateTime;
            await context.CreateTimer(TimeSpan.FromDays(10), CancellationToken.None);
            return context.CurrentUtcDateTime - begun;
        }));

        var instance = await backend.BeginAsync("Stand");
        if (backend.PassesDays)
        {
            await backend.PassTimeAsync(TimeSpan.FromDays(9.9));
            Assert.False((await backend.NowAsync(instance)).IsCompleted);
            await backend.PassTimeAsync(TimeSpan.FromDays(0.2));
            Assert.InRange(await backend.ResultAsync<TimeSpan>(instance), TimeSpan.FromDays(10), TimeSpan.FromDays(10.2));
        }
        else
        {
            await backend.PassTimeAsync(backend.Tick);
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await backend.NowAsync(instance)).RuntimeStatus);
        }
    }
}
