using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Replay;

/// <summary>Whatever waits goes on after the process has been replaced. (The process is killed for real in the host's own tests.)</summary>
[Row("restart")]
public sealed class RestartTests
{
    [Theory, EveryBackend]
    public async Task An_instance_that_waits_for_an_event_goes_on(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, int>("Add", async (context, n) =>
            {
                var doubled = await context.CallActivityAsync<int>("Double", n);
                context.SetCustomStatus("waiting");
                return doubled + await context.WaitForExternalEvent<int>("Number");
            })
            .AddActivityFunc<int, int>("Double", (_, n) => n * 2));

        var instance = await backend.BeginAsync("Add", 20);
        await backend.ReachesAsync(instance, "waiting");
        await backend.RestartAsync();
        await backend.RaiseAsync(instance, "Number", 2);

        Assert.Equal(42, await backend.ResultAsync<int>(instance));
    }

    [Theory, EveryBackend]
    public async Task An_event_that_was_buffered_before_is_there_afterwards(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            await context.WaitForExternalEvent<string>("Go");
            return await context.WaitForExternalEvent<string>("Bid");
        }));

        var instance = await backend.BeginAsync("Wait");
        await backend.RaiseAsync(instance, "Bid", "kept");
        await backend.RestartAsync();
        await backend.RaiseAsync(instance, "Go");

        Assert.Equal("kept", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("timers")]
    public async Task A_timer_fires_though_its_process_is_gone(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Sleep", async context =>
        {
            await context.CreateTimer(tick, CancellationToken.None);
            return "awake";
        }));

        var instance = await backend.BeginAsync("Sleep");
        await backend.RestartAsync();

        Assert.Equal("awake", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("sub-orchestrations")]
    public async Task A_parent_and_its_child_find_each_other_again(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<string>("Child", options: new TaskOptions().WithInstanceId("lot.1")))
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<string>("Bid")));

        var parent = await backend.BeginAsync("Parent");
        await backend.AwaitAsync(backend.Client.WaitForInstanceStartAsync("lot.1", TestContext.Current.CancellationToken));
        await backend.RestartAsync();
        await backend.RaiseAsync("lot.1", "Bid", "bid-1");

        Assert.Equal("bid-1", await backend.ResultAsync<string>(parent));
    }

    [Theory, EveryBackend]
    public async Task The_ended_can_still_be_read(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<string, string>("End", (_, input) => Task.FromResult(input!)));

        var instance = await backend.BeginAsync("End", "input");
        await backend.EndAsync(instance);
        await backend.RestartAsync();
        var now = await backend.NowAsync(instance);

        Assert.Equal("input", now.ReadInputAs<string>());
        Assert.Equal("input", now.ReadOutputAs<string>());
    }
}
