using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Timers;

/// <summary>Whatever an orchestrator has begun and neither awaited nor cancelled holds its end, of whichever kind that is.</summary>
[Row("uncancelled-timer")]
public sealed class OpenCallTests
{
    [Theory, EveryBackend]
    public async Task An_uncancelled_timer_holds_the_instance_open_until_it_fires(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Race", async context =>
        {
            var timer = context.CreateTimer(tick * 8, CancellationToken.None);
            var bid = context.WaitForExternalEvent<string>("Bid");
            context.SetCustomStatus("waiting");
            await Task.WhenAny(bid, timer);
            context.SetCustomStatus("over");
            return await bid;
        }));

        var instance = await backend.BeginAsync("Race");
        await backend.RaiseAsync(instance, "Bid", "bid-1");
        await backend.ReachesAsync(instance, "over");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await backend.NowAsync(instance)).RuntimeStatus);
        await backend.PassTimeAsync(tick * 8);

        var end = await backend.EndAsync(instance);
        Assert.Equal("bid-1", end.ReadOutputAs<string>());
        Assert.True(end.LastUpdatedAt - end.CreatedAt >= tick * 7, $"{end.CreatedAt:O} to {end.LastUpdatedAt:O}");
    }

    [Theory, EveryBackend]
    public async Task A_sub_orchestration_that_nobody_awaits_holds_the_instance_open(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context =>
            {
                _ = context.CallSubOrchestratorAsync<string>("Child", options: new TaskOptions().WithInstanceId("lot.1"));
                context.SetCustomStatus("over");
                return Task.FromResult("done");
            })
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<string>("Go")));

        var instance = await backend.BeginAsync("Parent");
        await backend.ReachesAsync(instance, "over");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await backend.NowAsync(instance)).RuntimeStatus);
        await backend.AwaitAsync(backend.Client.WaitForInstanceStartAsync("lot.1", TestContext.Current.CancellationToken));
        await backend.RaiseAsync("lot.1", "Go");

        Assert.Equal("done", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend]
    public async Task An_open_timer_holds_a_failure_too(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Fail", context =>
        {
            _ = context.CreateTimer(tick * 4, CancellationToken.None);
            context.SetCustomStatus("over");
            return Task.FromException(new InvalidOperationException("broken"));
        }));

        var instance = await backend.BeginAsync("Fail");
        await backend.ReachesAsync(instance, "over");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await backend.NowAsync(instance)).RuntimeStatus);
        var end = await backend.EndAsync(instance);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal("broken", end.FailureDetails!.ErrorMessage);
    }

    [Theory, EveryBackend, Row("continue-as-new")]
    public async Task An_open_timer_holds_the_next_generation_back(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<DateTime?, TimeSpan>("Phase", (context, begun) =>
        {
            if (begun is { } before)
                return Task.FromResult(context.CurrentUtcDateTime - before);
            _ = context.CreateTimer(tick * 2, CancellationToken.None);
            context.ContinueAsNew(context.CurrentUtcDateTime);
            return Task.FromResult(TimeSpan.Zero);
        }));

        Assert.True(await backend.RunAsync<TimeSpan>("Phase") >= tick * 2);
    }
}
