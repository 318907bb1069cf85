using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Events;

/// <summary>Waits that end without their event, and what becomes of an event that comes too late.</summary>
public sealed class EventTimeoutTests
{
    [Theory, EveryBackend, Row("wait-cancelled")]
    public async Task A_wait_that_times_out_throws_TaskCanceledException(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("Bid", tick);
            }
            catch (TaskCanceledException)
            {
                return "timed out";
            }
        }));

        Assert.Equal("timed out", await backend.RunAsync<string>("Wait"));
    }

    [Theory, EveryBackend, Row("wait-cancelled")]
    public async Task A_wait_that_is_answered_in_time_leaves_no_timer_behind(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Bid", TimeSpan.FromHours(100))));

        var instance = await backend.BeginAsync("Wait");
        await backend.RaiseAsync(instance, "Bid", "in time");
        var end = await backend.Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal("in time", end.ReadOutputAs<string>());
    }

    [Theory, EveryBackend, Row("wait-cancelled")]
    public async Task A_wait_that_is_cancelled_throws_TaskCanceledException(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var bid = context.WaitForExternalEvent<string>("Bid", cancellation.Token);
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            cancellation.Cancel();
            try
            {
                return await bid;
            }
            catch (TaskCanceledException)
            {
                return "cancelled";
            }
        }));

        Assert.Equal("cancelled", await backend.RunAsync<string>("Wait"));
    }

    /// <summary>Backends differ: the event may be kept for the next wait or be lost with the expired one. Orchestrators never depend on it.</summary>
    [Theory, EveryBackend, Row("expired-wait")]
    public async Task An_event_after_an_expired_wait_is_kept_or_lost_but_the_next_one_arrives(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("Bid", tick);
            }
            catch (TaskCanceledException)
            {
                context.SetCustomStatus("expired");
            }

            await context.WaitForExternalEvent<string>("Go");
            var bid = context.WaitForExternalEvent<string>("Bid");
            context.SetCustomStatus("waiting again");
            return await bid;
        }));

        var instance = await backend.BeginAsync("Wait");
        await backend.PassTimeAsync(tick * 2);
        await backend.ReachesAsync(instance, "expired");
        await backend.RaiseAsync(instance, "Bid", "late");
        await backend.RaiseAsync(instance, "Go");
        if (await IsWaitingAsync(backend, instance))
            await backend.RaiseAsync(instance, "Bid", "next");
        var got = await backend.ResultAsync<string>(instance);

        Assert.Contains(got, backend.LosesEventsOfExpiredWaits ? ["late", "next"] : new[] { "late" });
    }

    [Theory, EveryBackend, Row("standing-waiter")]
    public async Task One_standing_waiter_gets_its_event_whatever_timers_do_around_it(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            var bid = context.WaitForExternalEvent<string>("Bid");
            for (var reminders = 0; ; reminders++)
            {
                using var cancellation = new CancellationTokenSource();
                var timer = context.CreateTimer(tick, cancellation.Token);
                context.SetCustomStatus($"reminders: {Math.Min(reminders, 2)}");
                if (await Task.WhenAny(bid, timer) != bid)
                    continue;
                cancellation.Cancel();
                return $"{await bid} after {Math.Min(reminders, 2)}";
            }
        }));

        var instance = await backend.BeginAsync("Wait");
        await backend.PassTimeAsync(tick * 3);
        await backend.ReachesAsync(instance, "reminders: 2");
        await backend.RaiseAsync(instance, "Bid", "bid-1");

        Assert.Equal("bid-1 after 2", await backend.ResultAsync<string>(instance));
    }

    /// <summary>Waits until the instance waits again, or has taken the kept event and ended.</summary>
    private static async Task<bool> IsWaitingAsync(ConformanceBackend backend, string instance)
    {
        for (var i = 0; i < 100; i++)
        {
            var now = await backend.NowAsync(instance);
            if (now.IsCompleted)
                return false;
            await Task.Delay(5, TestContext.Current.CancellationToken);
            if (i > 20 && now.ReadCustomStatusAs<string>() == "waiting again")
                return true;
        }

        return true;
    }
}
