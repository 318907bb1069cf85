using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Lifecycle;

[Row("suspend")]
public sealed class SuspendTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task Events_to_the_suspended_wait_until_it_resumes(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait");
        await SuspendAsync(backend, instance);
        await backend.RaiseAsync(instance, "Go", "held");
        await backend.PassTimeAsync(backend.Tick);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await backend.NowAsync(instance)).RuntimeStatus);
        await backend.Client.ResumeInstanceAsync(instance, "go on", Token);

        Assert.Equal("held", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend]
    public async Task A_timer_that_came_due_during_suspension_fires_on_resume(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Sleep");
        await SuspendAsync(backend, instance);
        await backend.PassTimeAsync(backend.Tick * 3);
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await backend.NowAsync(instance)).RuntimeStatus);
        await backend.Client.ResumeInstanceAsync(instance, cancellation: Token);

        Assert.Equal("awake", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend]
    public async Task Resuming_makes_it_running_again(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait");
        await SuspendAsync(backend, instance);
        await backend.Client.ResumeInstanceAsync(instance, Token);
        await backend.BecomesAsync(instance, OrchestrationRuntimeStatus.Running);
        await backend.RaiseAsync(instance, "Go", "went");

        Assert.Equal("went", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend]
    public async Task Suspending_the_ended_and_resuming_the_running_change_nothing(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var ended = await backend.BeginAsync("Wait");
        await backend.RaiseAsync(ended, "Go", "went");
        await backend.EndAsync(ended);
        await Record.ExceptionAsync(() => backend.Client.SuspendInstanceAsync(ended, "too late", Token));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await backend.NowAsync(ended)).RuntimeStatus);

        var running = await backend.BeginAsync("Wait");
        await Record.ExceptionAsync(() => backend.Client.ResumeInstanceAsync(running, "needless", Token));
        await backend.RaiseAsync(running, "Go", "went");
        Assert.Equal("went", await backend.ResultAsync<string>(running));
    }

    [Theory, EveryBackend, Row("restart")]
    public async Task The_suspended_stays_so_over_a_restart(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait");
        await SuspendAsync(backend, instance);
        await backend.RaiseAsync(instance, "Go", "held");
        await backend.RestartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await backend.NowAsync(instance)).RuntimeStatus);
        await backend.Client.ResumeInstanceAsync(instance, cancellation: Token);

        Assert.Equal("held", await backend.ResultAsync<string>(instance));
    }

    private static async Task SuspendAsync(ConformanceBackend backend, string instance)
    {
        await backend.Client.SuspendInstanceAsync(instance, "pause", Token);
        await backend.BecomesAsync(instance, OrchestrationRuntimeStatus.Suspended);
    }

    private static async Task<ConformanceBackend> WaitingAsync(string mode)
    {
        var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Go"))
            .AddOrchestratorFunc("Sleep", async context =>
            {
                await context.CreateTimer(tick * 2, CancellationToken.None);
                return "awake";
            }));
        return backend;
    }
}
