using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Instances;

/// <summary>Where the backend has a limit, passing it is a clear error for that instance or caller, and nothing else stops.</summary>
[Row("limits")]
public sealed class LimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task A_custom_status_over_the_limit_fails_its_instance(string mode)
    {
        await using var backend = await StartedAsync(mode);
        if (backend.Limits.CustomStatus is not { } limit)
            return;

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await backend.RunAsync("Tell", limit / 4)).RuntimeStatus);
        var failure = await backend.FailAsync("Tell", limit + 1);
        Assert.Contains("status", failure.ErrorMessage, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, EveryBackend]
    public async Task An_input_or_an_event_over_the_limit_is_refused_to_its_sender(string mode)
    {
        await using var backend = await StartedAsync(mode);
        if (backend.Limits.Payload is not { } limit)
            return;
        var tooLong = new string('x', limit + 1);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => backend.Client.ScheduleNewOrchestrationInstanceAsync("Wait", tooLong, new StartOrchestrationOptions("big"), Token));
        Assert.Contains("input", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await backend.Client.GetInstanceAsync("big", Token));
        var instance = await backend.BeginAsync("Wait");
        await Assert.ThrowsAnyAsync<Exception>(() => backend.RaiseAsync(instance, "Go", tooLong));
        await backend.RaiseAsync(instance, "Go", new string('x', limit / 2));
        Assert.Equal(limit / 2, await backend.ResultAsync<int>(instance));
    }

    [Theory, EveryBackend]
    public async Task A_result_or_an_output_over_the_limit_fails_its_instance(string mode)
    {
        await using var backend = await StartedAsync(mode);
        if (backend.Limits.Payload is not { } limit)
            return;

        foreach (var name in new[] { "BigResult", "BigOutput" })
            Assert.NotEmpty((await backend.FailAsync(name, limit + 1)).ErrorMessage);
        Assert.Equal(7, await backend.RunAsync<int>("BigResult", 7));
    }

    [Theory, EveryBackend]
    public async Task A_history_over_the_limit_fails_its_instance_and_says_how_to_avoid_it(string mode)
    {
        await using var backend = await StartedAsync(mode);
        if (backend.Limits.History is not { } limit)
            return;

        var failure = await backend.FailAsync("Long", limit);
        Assert.Contains("continue as new", failure.ErrorMessage, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(10, await backend.RunAsync<int>("Long", 10));
    }

    private static async Task<ConformanceBackend> StartedAsync(string mode)
    {
        var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int>("Tell", (context, length) => context.SetCustomStatus(new string('x', length)))
            .AddOrchestratorFunc<string, int>("Wait", async (context, _) => (await context.WaitForExternalEvent<string>("Go"))!.Length)
            .AddOrchestratorFunc<int, int>("BigResult", async (context, length) => (await context.CallActivityAsync<string>("Write", length)).Length)
            .AddOrchestratorFunc<int, string>("BigOutput", (_, length) => Task.FromResult(new string('x', length)))
            .AddOrchestratorFunc<int, int>("Long", async (context, count) =>
            {
                for (var i = 0; i < count; i += 10)
                    await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => context.CallActivityAsync("Nothing")));
                return count;
            })
            .AddActivityFunc<int, string>("Write", (_, length) => new string('x', length))
            .AddActivityFunc("Nothing", _ => Task.CompletedTask));
        return backend;
    }
}
