using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Replay;

/// <summary>Code that departs from its history, or awaits what is not durable, fails its own instance and says why.</summary>
[Row("replay")]
public sealed class DepartureTests
{
    [Theory, EveryBackend]
    public async Task New_code_that_calls_another_activity_first_fails_the_instance_and_names_both(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => Register(tasks, context => context.CallActivityAsync("First")));
        var instance = await WaitingAsync(backend);
        await backend.RestartAsync(tasks => Register(tasks, context => context.CallActivityAsync("Second")));
        await backend.RaiseAsync(instance, "Go");
        var end = await backend.EndAsync(instance);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("First", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("Second", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public async Task New_code_that_leaves_a_step_out_fails_the_instance(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => Register(tasks, context => context.CallActivityAsync("First")));
        var instance = await WaitingAsync(backend);
        await backend.RestartAsync(tasks => Register(tasks, _ => Task.CompletedTask));
        await backend.RaiseAsync(instance, "Go");
        var end = await backend.EndAsync(instance);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("First", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory, EveryBackend]
    public async Task New_code_that_waits_for_a_timer_instead_fails_the_instance(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => Register(tasks, context => context.CallActivityAsync("First")));
        var instance = await WaitingAsync(backend);
        await backend.RestartAsync(tasks => Register(tasks, context => context.CreateTimer(TimeSpan.Zero, CancellationToken.None)));
        await backend.RaiseAsync(instance, "Go");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await backend.EndAsync(instance)).RuntimeStatus);
    }

    [Theory, EveryBackend]
    public async Task New_code_that_only_goes_on_differently_is_welcome(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => Register(tasks, context => context.CallActivityAsync("First")));
        var instance = await WaitingAsync(backend);
        await backend.RestartAsync(tasks => Register(tasks, context => context.CallActivityAsync("First"), "new"));
        await backend.RaiseAsync(instance, "Go");

        Assert.Equal("new", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("poison")]
    public async Task Awaiting_what_is_not_durable_fails_the_instance_and_no_other(string mode)
    {
        await using var backend = Backends.Create(mode);
        var outside = new TaskCompletionSource();
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Await", async context =>
            {
                await outside.Task;
                return context.InstanceId;
            })
            .AddOrchestratorFunc("Healthy", _ => Task.FromResult(1)));
        if (!backend.NoticesForeignAwaits)
            return;

        Assert.NotEmpty((await backend.FailAsync("Await")).ErrorMessage);
        Assert.Equal(1, await backend.RunAsync<int>("Healthy"));
    }

    private static async Task<string> WaitingAsync(ConformanceBackend backend)
    {
        var instance = await backend.BeginAsync("Change");
        await backend.ReachesAsync(instance, "waiting");
        return instance;
    }

    private static void Register(DurableTaskRegistry tasks, Func<TaskOrchestrationContext, Task> step, string result = "old") => tasks
        .AddOrchestratorFunc("Change", async context =>
        {
            await step(context);
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<string>("Go");
            return result;
        })
        .AddActivityFunc("First", _ => Task.CompletedTask)
        .AddActivityFunc("Second", _ => Task.CompletedTask);
}
