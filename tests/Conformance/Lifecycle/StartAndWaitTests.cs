using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Lifecycle;

public sealed class StartAndWaitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend, Row("wait")]
    public async Task Waiting_for_start_and_for_completion_ends_with_each(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.Client.ScheduleNewOrchestrationInstanceAsync("Wait", "input", Token);
        var started = await backend.AwaitAsync(backend.Client.WaitForInstanceStartAsync(instance, Token));
        Assert.True(started.IsRunning);
        var completion = backend.Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, Token);
        Assert.False(completion.IsCompleted);
        await backend.RaiseAsync(instance, "Go", "went");
        var end = await backend.AwaitAsync(completion);

        Assert.Equal("went", end.ReadOutputAs<string>());
        Assert.Equal("input", end.ReadInputAs<string>());
        Assert.True(end.CreatedAt <= end.LastUpdatedAt);
        Assert.Equal(end.LastUpdatedAt, (await backend.Client.WaitForInstanceCompletionAsync(instance, Token)).LastUpdatedAt);
    }

    [Theory, EveryBackend, Row("wait")]
    public async Task Inputs_and_outputs_come_only_when_asked_for(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait", "input");
        await backend.RaiseAsync(instance, "Go", "went");
        await backend.EndAsync(instance);
        var bare = await backend.Client.GetInstanceAsync(instance, getInputsAndOutputs: false, Token);

        Assert.Null(bare!.SerializedInput);
        Assert.Null(bare.SerializedOutput);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, bare.RuntimeStatus);
    }

    [Theory, EveryBackend, Row("wait")]
    public async Task Waiting_can_be_cancelled_without_touching_the_instance(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.BeginAsync("Wait");
        using var cancellation = new CancellationTokenSource();
        var waiting = backend.Client.WaitForInstanceCompletionAsync(instance, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await backend.RaiseAsync(instance, "Go", "went");

        Assert.Equal("went", await backend.ResultAsync<string>(instance));
    }

    [Theory, EveryBackend, Row("wait")]
    public async Task An_unknown_instance_is_null(string mode)
    {
        await using var backend = await WaitingAsync(mode);

        Assert.Null(await backend.Client.GetInstanceAsync("nobody", getInputsAndOutputs: true, Token));
    }

    [Theory, EveryBackend, Row("scheduled-start")]
    public async Task A_scheduled_instance_is_pending_until_its_time(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var start = backend.Now + (backend.Tick * 4);
        var instance = await backend.Client.ScheduleNewOrchestrationInstanceAsync("Clock", null, new StartOrchestrationOptions(StartAt: start), Token);
        if (!backend.StartsLater)
        {
            Assert.NotEqual(default, await backend.ResultAsync<DateTime>(instance));
            return;
        }

        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await backend.NowAsync(instance)).RuntimeStatus);
        await backend.PassTimeAsync(backend.Tick * 4);
        var began = await backend.ResultAsync<DateTime>(instance);

        Assert.True(began >= start.UtcDateTime, $"began {began:O}, scheduled {start:O}");
    }

    [Theory, EveryBackend, Row("scheduled-start"), Row("restart")]
    public async Task A_scheduled_start_survives_a_restart(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var instance = await backend.Client.ScheduleNewOrchestrationInstanceAsync("Clock", null,
            new StartOrchestrationOptions(StartAt: backend.Now + (backend.Tick * 2)), Token);
        await backend.RestartAsync();

        Assert.NotEqual(default, await backend.ResultAsync<DateTime>(instance));
    }

    [Theory, EveryBackend, Row("tags")]
    public async Task Tags_stay_with_the_instance(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        var tags = new Dictionary<string, string> { ["round"] = "2021-1", ["system"] = "over 3500 kg" };
        var instance = await backend.Client.ScheduleNewOrchestrationInstanceAsync("Clock", null, new StartOrchestrationOptions { Tags = tags }, Token);
        var end = await backend.EndAsync(instance);

        Assert.Equal(tags.OrderBy(tag => tag.Key), end.Tags.OrderBy(tag => tag.Key));
    }

    [Theory, EveryBackend, Row("tags"), Row("sub-orchestrations")]
    public async Task A_sub_orchestration_carries_the_tags_it_was_given(string mode)
    {
        await using var backend = await WaitingAsync(mode);
        await backend.RunAsync("Tag");

        Assert.Equal("2021-1", (await backend.NowAsync("tagged")).Tags["round"]);
    }

    private static async Task<ConformanceBackend> WaitingAsync(string mode)
    {
        var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Go"))
            .AddOrchestratorFunc("Clock", context => Task.FromResult(context.CurrentUtcDateTime))
            .AddOrchestratorFunc("Tag", context => context.CallSubOrchestratorAsync("Clock", options: new SubOrchestrationOptions(instanceId: "tagged")
            {
                Tags = new Dictionary<string, string> { ["round"] = "2021-1" },
            })));
        return backend;
    }
}
