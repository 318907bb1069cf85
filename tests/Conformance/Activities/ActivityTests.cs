using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Activities;

[Row("activities")]
public sealed class ActivityTests
{
    [Theory, EveryBackend]
    public async Task An_activity_gets_its_input_and_gives_its_output(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("Greet", (context, name) => context.CallActivityAsync<string>("SayHello", name))
            .AddActivityFunc<string, string>("SayHello", (_, name) => $"Hello, {name}!"));

        Assert.Equal("Hello, Oslo!", await backend.RunAsync<string>("Greet", "Oslo"));
    }

    [Theory, EveryBackend]
    public async Task Activities_run_one_after_another(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Count", async context =>
            {
                var value = 0;
                for (var i = 0; i < 10; i++)
                    value = await context.CallActivityAsync<int>("PlusOne", value);
                return value;
            })
            .AddActivityFunc<int, int>("PlusOne", (_, value) => value + 1));

        Assert.Equal(10, await backend.RunAsync<int>("Count"));
    }

    [Theory, EveryBackend, Row("fan-out")]
    public async Task Activities_fan_out_and_their_results_come_back_in_the_order_of_the_calls(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Square", async context =>
                await Task.WhenAll(Enumerable.Range(0, 20).Select(n => context.CallActivityAsync<int>("Square", n))))
            .AddActivityFunc<int, int>("Square", async (_, n) =>
            {
                await Task.Yield();
                return n * n;
            }));

        Assert.Equal(Enumerable.Range(0, 20).Select(n => n * n), await backend.RunAsync<int[]>("Square"));
    }

    [Theory, EveryBackend, Row("fan-out")]
    public async Task WhenAny_continues_with_the_first_and_does_not_need_the_rest(string mode)
    {
        await using var backend = Backends.Create(mode);
        var gate = new TaskCompletionSource();
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Race", async context =>
            {
                var slow = context.CallActivityAsync<string>("Slow");
                var quick = context.CallActivityAsync<string>("Quick");
                var first = await Task.WhenAny(slow, quick);
                context.SetCustomStatus(await first);
                return $"{await first}, {await slow}";
            })
            .AddActivityFunc("Slow", async _ =>
            {
                await gate.Task;
                return "slow";
            })
            .AddActivityFunc("Quick", _ => "quick"));

        if (!backend.RunsActivitiesTogether)
            gate.SetResult();
        var instance = await backend.BeginAsync("Race");
        if (backend.RunsActivitiesTogether)
            await backend.ReachesAsync(instance, "quick");
        gate.TrySetResult();
        var result = await backend.ResultAsync<string>(instance);

        Assert.Contains(result, backend.RunsActivitiesTogether ? ["quick, slow"] : new[] { "quick, slow", "slow, slow" });
    }

    [Theory, EveryBackend]
    public async Task Nothing_goes_in_and_nothing_comes_out(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("Empty", async (context, input) =>
            {
                await context.CallActivityAsync("Nothing");
                return await context.CallActivityAsync<string?>("IsNull", input) ?? "null";
            })
            .AddActivityFunc("Nothing", _ => Task.CompletedTask)
            .AddActivityFunc<string, string>("IsNull", (_, input) => input is null ? null! : "something"));

        Assert.Equal("null", await backend.RunAsync<string>("Empty"));
    }

    [Theory, EveryBackend]
    public async Task An_activity_knows_its_name_and_its_instance(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Ask", context => context.CallActivityAsync<string>("WhoAmI"))
            .AddActivityFunc("WhoAmI", context => $"{context.Name.Name} of {context.InstanceId}"));

        Assert.Equal("WhoAmI of round.1", await backend.ResultAsync<string>(await backend.BeginAsync("Ask", id: "round.1")));
    }

    [Theory, EveryBackend]
    public async Task Names_of_tasks_are_found_whatever_their_case(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Ask", context => context.CallActivityAsync<int>("ANSWER"))
            .AddActivityFunc("Answer", _ => 42));

        Assert.Equal(42, await backend.RunAsync<int>("ask"));
    }

    [Theory, EveryBackend, Row("at-least-once")]
    public async Task An_activity_runs_at_least_once_and_its_orchestrator_sees_one_result(string mode)
    {
        await using var backend = Backends.Create(mode);
        var runs = 0;
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Twice", async context => new[] { await context.CallActivityAsync<int>("Next"), await context.CallActivityAsync<int>("Next") })
            .AddActivityFunc("Next", _ => Interlocked.Increment(ref runs)));

        var results = await backend.RunAsync<int[]>("Twice");

        Assert.Equal(2, results!.Distinct().Count());
        if (backend.RepeatsActivities)
            Assert.True(runs >= 2);
        else
            Assert.Equal(2, runs);
    }
}
