using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Instances;

[Row("purge")]
public sealed class PurgeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task A_purged_instance_is_gone_and_its_id_is_free(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.ResultAsync<string>(await backend.BeginAsync("End", "first", id: "round.1"));
        var purged = await backend.Client.PurgeInstanceAsync("round.1", Token);

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Null(await backend.Client.GetInstanceAsync("round.1", Token));
        Assert.Equal("second", await backend.ResultAsync<string>(await backend.BeginAsync("End", "second", id: "round.1")));
    }

    [Theory, EveryBackend]
    public async Task The_running_and_the_unknown_are_not_purged(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.BeginAsync("Wait", id: "round.1");

        Assert.Equal(0, (await backend.Client.PurgeInstanceAsync("nobody", Token)).PurgedInstanceCount);
        Assert.Equal(0, (await backend.Client.PurgeInstanceAsync("round.1", Token)).PurgedInstanceCount);
        await backend.RaiseAsync("round.1", "Go", "went");
        Assert.Equal("went", await backend.ResultAsync<string>("round.1"));
    }

    [Theory, EveryBackend]
    public async Task A_filter_purges_the_ended_within_its_times_and_statuses(string mode)
    {
        await using var backend = await StartedAsync(mode);
        for (var i = 0; i < 3; i++)
            await backend.ResultAsync<string>(await backend.BeginAsync("End", "old", id: $"old.{i}"));
        await backend.EndAsync(await backend.BeginAsync("Break", id: "broken"));
        await backend.BeginAsync("Wait", id: "open");
        await backend.PassTimeAsync(backend.Tick);
        var between = backend.Now;
        await backend.PassTimeAsync(backend.Tick);
        await backend.ResultAsync<string>(await backend.BeginAsync("End", "new", id: "new"));

        var purged = await backend.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, between, Statuses: [OrchestrationRuntimeStatus.Completed]), Token);
        Assert.Equal(3, purged.PurgedInstanceCount);
        Assert.Equal(["broken", "new", "open"], await QueryTests.IdsAsync(backend, new OrchestrationQuery()));

        purged = await backend.Client.PurgeInstancesAsync(DateTimeOffset.UnixEpoch, null, [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed], Token);
        Assert.Equal(2, purged.PurgedInstanceCount);
        Assert.Equal(["open"], await QueryTests.IdsAsync(backend, new OrchestrationQuery()));
    }

    /// <summary>The Functions host fails on a filter without it, so no backend may let code pass that does.</summary>
    [Theory, EveryBackend]
    public async Task A_filter_without_its_first_instant_is_refused(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.ResultAsync<string>(await backend.BeginAsync("End", "kept", id: "round.1"));

        await Assert.ThrowsAnyAsync<Exception>(() => backend.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: backend.Now), Token));
        Assert.Equal(["round.1"], await QueryTests.IdsAsync(backend, new OrchestrationQuery()));
    }

    [Theory, EveryBackend]
    public async Task A_recursive_purge_takes_the_sub_orchestrations_along(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.ResultAsync<string>(await backend.BeginAsync("Parent", "child.1", id: "parent.1"));
        var purged = await backend.Client.PurgeInstanceAsync("parent.1", new PurgeInstanceOptions(Recursive: true), Token);

        Assert.Equal(backend.Recurses ? 2 : 1, purged.PurgedInstanceCount);
        Assert.Equal(backend.Recurses ? [] : ["child.1"], await QueryTests.IdsAsync(backend, new OrchestrationQuery()));
    }

    [Theory, EveryBackend]
    public async Task A_plain_purge_leaves_the_sub_orchestrations(string mode)
    {
        await using var backend = await StartedAsync(mode);
        await backend.ResultAsync<string>(await backend.BeginAsync("Parent", "child.1", id: "parent.1"));
        await backend.Client.PurgeInstanceAsync("parent.1", Token);

        Assert.Equal(["child.1"], await QueryTests.IdsAsync(backend, new OrchestrationQuery()));
    }

    private static async Task<ConformanceBackend> StartedAsync(string mode)
    {
        var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("End", (_, input) => Task.FromResult(input!))
            .AddOrchestratorFunc("Break", Break)
            .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Go"))
            .AddOrchestratorFunc<string, string>("Parent", (context, child) =>
                context.CallSubOrchestratorAsync<string>("End", child, new TaskOptions().WithInstanceId(child!))));
        return backend;
    }

    private static Task Break(TaskOrchestrationContext context) => throw new InvalidOperationException("broken");
}
