using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Instances;

[Row("dedupe")]
public sealed class DedupeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task A_start_is_refused_where_the_old_instance_has_a_listed_status(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.BeginAsync("End", "first", id: "round.1");
        await backend.EndAsync("round.1");

        await Assert.ThrowsAnyAsync<Exception>(() => ScheduleAsync(backend, "second", OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed));
        Assert.Equal("first", await backend.ResultAsync<string>("round.1"));
    }

    [Theory, EveryBackend]
    public async Task A_start_replaces_an_old_instance_whose_status_is_not_listed(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.BeginAsync("End", "first", id: "round.1");
        await backend.EndAsync("round.1");

        Assert.Equal("round.1", await ScheduleAsync(backend, "second", OrchestrationRuntimeStatus.Failed));
        Assert.Equal("second", await backend.ResultAsync<string>("round.1"));
    }

    [Theory, EveryBackend]
    public async Task A_start_replaces_any_old_instance_when_the_list_is_empty(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.BeginAsync("Wait", "first", id: "round.1");

        Assert.Equal("round.1", await ScheduleAsync(backend, "second"));
        Assert.Equal("second", await backend.ResultAsync<string>("round.1"));
    }

    [Theory, EveryBackend]
    public async Task A_start_is_refused_where_the_old_instance_runs_and_Running_is_listed(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.BeginAsync("Wait", "first", id: "round.1");

        await Assert.ThrowsAnyAsync<Exception>(() => ScheduleAsync(backend, "second", OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending));
        await backend.RaiseAsync("round.1", "Go", "still the first");
        Assert.Equal("still the first", await backend.ResultAsync<string>("round.1"));
    }

    [Theory, EveryBackend]
    public async Task Listed_statuses_do_not_matter_where_there_is_no_old_instance(string mode)
    {
        await using var backend = await StartedAsync(mode);

        Assert.Equal("round.1", await ScheduleAsync(backend, "first", OrchestrationRuntimeStatus.Completed));
        Assert.Equal("first", await backend.ResultAsync<string>("round.1"));
    }

    /// <summary>Set: without a list the second start of a running id is refused, silently ignored, or replaces the first. There is one instance afterwards.</summary>
    [Theory, EveryBackend, Row("duplicate-start")]
    public async Task A_second_start_of_a_running_id_without_a_list_leaves_one_instance(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.BeginAsync("Wait", "first", id: "round.1");
        var refusal = await Record.ExceptionAsync(() => backend.Client.ScheduleNewOrchestrationInstanceAsync("Wait", "second", new StartOrchestrationOptions("round.1"), Token));
        await backend.AwaitAsync(backend.Client.WaitForInstanceStartAsync("round.1", Token));
        var input = (await backend.NowAsync("round.1")).ReadInputAs<string>();

        Assert.Contains(input, refusal is null ? ["first", "second"] : new[] { "first" });
        await backend.RaiseAsync("round.1", "Go", "went");
        Assert.Equal("went", await backend.ResultAsync<string>("round.1"));
        Assert.Equal(["round.1"], await QueryTests.IdsAsync(backend, new OrchestrationQuery()));
    }

    /// <summary>How the app starts: it looks first, and so behaves the same on every backend.</summary>
    [Theory, EveryBackend, Row("duplicate-start")]
    public async Task Looking_first_starts_once_everywhere(string mode)
    {
        await using var backend = await StartedAsync(mode);
        for (var i = 0; i < 3; i++)
            if (await backend.Client.GetInstanceAsync("round.1", Token) is null)
                await backend.BeginAsync("Wait", $"start {i}", id: "round.1");

        Assert.Equal("start 0", (await backend.NowAsync("round.1")).ReadInputAs<string>());
    }

    private static Task<string> ScheduleAsync(ConformanceBackend backend, string input, params OrchestrationRuntimeStatus[] refused) =>
        backend.Client.ScheduleNewOrchestrationInstanceAsync("End", input, new StartOrchestrationOptions("round.1").WithDedupeStatuses(refused), Token);

    private static async Task<ConformanceBackend> StartedAsync(string mode)
    {
        var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("End", (_, input) => Task.FromResult(input!))
            .AddOrchestratorFunc<string, string>("Wait", (context, _) => context.WaitForExternalEvent<string>("Go")));
        return backend;
    }
}
