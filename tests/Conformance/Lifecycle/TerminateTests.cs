using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Lifecycle;

[Row("terminate")]
public sealed class TerminateTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task A_terminated_instance_ends_with_the_output_it_was_given(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait");
        await backend.Client.TerminateInstanceAsync(instance, "called off", Token);

        var end = await backend.EndAsync(instance);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, end.RuntimeStatus);
        Assert.Equal("called off", end.ReadOutputAs<string>());
        Assert.True(end.IsCompleted);
    }

    [Theory, EveryBackend]
    public async Task Events_and_timers_do_not_wake_the_terminated(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait");
        await backend.Client.TerminateInstanceAsync(instance, cancellation: Token);
        await backend.EndAsync(instance);
        await Record.ExceptionAsync(() => backend.RaiseAsync(instance, "Go"));
        await backend.PassTimeAsync(backend.Tick);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await backend.NowAsync(instance)).RuntimeStatus);
    }

    [Theory, EveryBackend]
    public async Task Termination_reaches_sub_orchestrations_only_when_recursive(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        foreach (var recursive in new[] { true, false })
        {
            var (parent, child) = ($"parent.{recursive}", $"child.{recursive}");
            await backend.BeginAsync("Parent", child, id: parent);
            await backend.AwaitAsync(backend.Client.WaitForInstanceStartAsync(child, Token));
            await backend.Client.TerminateInstanceAsync(parent, new TerminateInstanceOptions(Recursive: recursive), Token);
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await backend.EndAsync(parent)).RuntimeStatus);
            if (recursive && backend.Recurses)
                Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await backend.EndAsync(child)).RuntimeStatus);
            else
                Assert.Equal(OrchestrationRuntimeStatus.Running, (await backend.NowAsync(child)).RuntimeStatus);
        }
    }

    [Theory, EveryBackend]
    public async Task Terminating_the_ended_or_the_unknown_changes_nothing(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait");
        await backend.RaiseAsync(instance, "Go", "went");
        await backend.EndAsync(instance);
        await Record.ExceptionAsync(() => backend.Client.TerminateInstanceAsync(instance, cancellation: Token));
        await Record.ExceptionAsync(() => backend.Client.TerminateInstanceAsync("nobody", cancellation: Token));

        Assert.Equal("went", await backend.ResultAsync<string>(instance));
        Assert.Null(await backend.Client.GetInstanceAsync("nobody", Token));
    }

    [Theory, EveryBackend]
    public async Task The_suspended_can_be_terminated(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait");
        await backend.Client.SuspendInstanceAsync(instance, "pause", Token);
        await backend.BecomesAsync(instance, OrchestrationRuntimeStatus.Suspended);
        await backend.Client.TerminateInstanceAsync(instance, cancellation: Token);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await backend.EndAsync(instance)).RuntimeStatus);
    }

    private static async Task<ConformanceBackend> WaitingAsync(string mode)
    {
        var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Go"))
            .AddOrchestratorFunc<string, string>("Parent", (context, child) =>
                context.CallSubOrchestratorAsync<string>("Wait", options: new TaskOptions().WithInstanceId(child!))));
        return backend;
    }
}
