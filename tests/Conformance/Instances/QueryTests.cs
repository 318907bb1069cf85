using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Instances;

[Row("query")]
public sealed class QueryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task A_prefix_selects_instances_by_their_ids(string mode)
    {
        await using var backend = await SeededAsync(mode);

        Assert.Equal(["lot.1", "lot.2"], await IdsAsync(backend, new OrchestrationQuery(InstanceIdPrefix: "lot.")));
        Assert.Empty(await IdsAsync(backend, new OrchestrationQuery(InstanceIdPrefix: "order.")));
    }

    [Theory, EveryBackend]
    public async Task Statuses_select_instances(string mode)
    {
        await using var backend = await SeededAsync(mode);

        Assert.Equal(["lot.1", "lot.2"], await IdsAsync(backend, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed])));
        Assert.Equal(["round.1"], await IdsAsync(backend, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Failed])));
        Assert.Equal(["lot.1", "lot.2", "round.1"], await IdsAsync(backend, new OrchestrationQuery()));
    }

    [Theory, EveryBackend]
    public async Task Times_of_creation_select_instances(string mode)
    {
        await using var backend = await SeededAsync(mode);
        await backend.PassTimeAsync(backend.Tick);
        var between = backend.Now;
        await backend.PassTimeAsync(backend.Tick);
        await backend.BeginAsync("End", id: "late.1");

        Assert.Equal(["late.1"], await IdsAsync(backend, new OrchestrationQuery(CreatedFrom: between)));
        Assert.Equal(["lot.1", "lot.2", "round.1"], await IdsAsync(backend, new OrchestrationQuery(CreatedTo: between)));
    }

    [Theory, EveryBackend]
    public async Task Inputs_and_outputs_come_when_asked_for(string mode)
    {
        await using var backend = await SeededAsync(mode);
        var full = await ListAsync(backend, new OrchestrationQuery(InstanceIdPrefix: "lot.1", FetchInputsAndOutputs: true));

        Assert.Equal("lot.1", Assert.Single(full).ReadInputAs<string>());
        Assert.Equal("done", full[0].ReadOutputAs<string>());
        Assert.Equal("End", full[0].Name);
    }

    [Theory, EveryBackend]
    public async Task Pages_hold_their_size_and_go_on_where_they_stopped(string mode)
    {
        await using var backend = await SeededAsync(mode);
        for (var i = 0; i < 21; i++)
            await backend.BeginAsync("End", id: $"page.{i:00}");
        var query = backend.Client.GetAllInstancesAsync(new OrchestrationQuery(InstanceIdPrefix: "page."));
        var pages = await PagesAsync(query.AsPages(pageSizeHint: 5));

        Assert.Equal([5, 5, 5, 5, 1], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);
        var resumed = await PagesAsync(query.AsPages(pages[1].ContinuationToken, pageSizeHint: 4));
        Assert.Equal(pages.Skip(2).SelectMany(Ids).Order(StringComparer.Ordinal), resumed.SelectMany(Ids).Order(StringComparer.Ordinal));
        Assert.Equal(21, (await IdsAsync(backend, new OrchestrationQuery(InstanceIdPrefix: "page.", PageSize: 4))).Length);
    }

    internal static async Task<string[]> IdsAsync(ConformanceBackend backend, OrchestrationQuery query) =>
        [.. (await ListAsync(backend, query)).Select(instance => instance.InstanceId).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Ids(Page<OrchestrationMetadata> page) => page.Values.Select(instance => instance.InstanceId);

    private static async Task<List<OrchestrationMetadata>> ListAsync(ConformanceBackend backend, OrchestrationQuery query)
    {
        var found = new List<OrchestrationMetadata>();
        await foreach (var instance in backend.Client.GetAllInstancesAsync(query).WithCancellation(Token))
            found.Add(instance);
        return found;
    }

    private static async Task<List<Page<OrchestrationMetadata>>> PagesAsync(IAsyncEnumerable<Page<OrchestrationMetadata>> pages)
    {
        var found = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in pages.WithCancellation(Token))
            found.Add(page);
        return found;
    }

    private static async Task<ConformanceBackend> SeededAsync(string mode)
    {
        var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("End", (_, _) => Task.FromResult("done"))
            .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Go")));
        foreach (var id in new[] { "lot.1", "lot.2" })
            await backend.ResultAsync<string>(await backend.BeginAsync("End", id, id));
        await backend.BeginAsync("Wait", id: "round.1");
        return backend;
    }
}
