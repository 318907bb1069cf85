using Microsoft.Extensions.Logging;
using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Replay;

/// <summary>What an orchestrator may ask its context, and gets the same answer to on every replay.</summary>
public sealed class ContextTests
{
    [Theory, EveryBackend, Row("new-guid")]
    public async Task New_guids_differ_from_each_other_and_stay_the_same_on_replay(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Guids", async context =>
            {
                Guid[] before = [context.NewGuid(), context.NewGuid()];
                var echoed = await context.CallActivityAsync<Guid>("Echo", before[1]);
                var after = context.NewGuid();
                var echoedAfter = await context.CallActivityAsync<Guid>("Echo", after);
                return echoed == before[1] && echoedAfter == after && new HashSet<Guid>([.. before, after]).Count == 3;
            })
            .AddActivityFunc<Guid, Guid>("Echo", (_, id) => id));

        Assert.True(await backend.RunAsync<bool>("Guids"));
    }

    [Theory, EveryBackend, Row("new-guid"), Row("continue-as-new")]
    public async Task New_guids_differ_between_instances_and_generations(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<Guid[], Guid[]>("Collect", async (context, seen) =>
        {
            // Business time must move on between generations, as it does wherever they wait for anything.
            await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            Guid[] all = [.. seen ?? [], context.NewGuid()];
            if (all.Length < 3)
                context.ContinueAsNew(all);
            return all;
        }));

        var ids = new List<Guid>();
        for (var i = 0; i < 3; i++)
            ids.AddRange((await backend.RunAsync<Guid[]>("Collect"))!);
        Assert.Equal(9, ids.Distinct().Count());
    }

    [Theory, EveryBackend, Row("current-time")]
    public async Task The_current_time_stands_still_within_a_turn_and_stays_the_same_on_replay(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Times", async context =>
            {
                var first = context.CurrentUtcDateTime;
                var still = first == context.CurrentUtcDateTime && first.Kind == DateTimeKind.Utc;
                var echoed = await context.CallActivityAsync<DateTime>("Echo", first);
                await context.CreateTimer(tick, CancellationToken.None);
                var second = context.CurrentUtcDateTime;
                var echoedSecond = await context.CallActivityAsync<DateTime>("Echo", second);
                return still && echoed == first && echoedSecond == second && second >= first + tick;
            })
            .AddActivityFunc<DateTime, DateTime>("Echo", (_, time) => time));

        Assert.True(await backend.RunAsync<bool>("Times"));
    }

    [Theory, EveryBackend, Row("current-time")]
    public async Task The_first_turn_begins_no_earlier_than_the_instance_was_created(string mode)
    {
        await using var backend = Backends.Create(mode);
        var before = backend.Now;
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Time", context => Task.FromResult(context.CurrentUtcDateTime)));

        Assert.InRange(await backend.RunAsync<DateTime>("Time"), before.UtcDateTime.AddMilliseconds(-20), backend.Now.UtcDateTime.AddMilliseconds(20));
    }

    [Theory, EveryBackend, Row("replay-safe-logging")]
    public async Task A_replay_safe_logger_writes_each_line_once_also_over_a_restart(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Log", async context =>
            {
                var log = context.CreateReplaySafeLogger("orchestrator");
                log.LogInformation("begun");
                await context.CallActivityAsync("Nothing");
                log.LogInformation("worked");
                await context.WaitForExternalEvent<string>("Go");
                log.LogInformation("went");
            })
            .AddActivityFunc("Nothing", _ => Task.CompletedTask));

        var instance = await backend.BeginAsync("Log");
        await backend.UntilAsync(() => backend.Logs.Of("orchestrator").Contains("worked"));
        await backend.RestartAsync();
        await backend.RaiseAsync(instance, "Go");
        await backend.EndAsync(instance);

        Assert.Equal(["begun", "worked", "went"], backend.Logs.Of("orchestrator"));
    }

    [Theory, EveryBackend, Row("replay")]
    public async Task The_last_turn_is_not_a_replay(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Ask", async context =>
        {
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            return context.IsReplaying;
        }));

        Assert.False(await backend.RunAsync<bool>("Ask"));
    }

    [Theory, EveryBackend, Row("replay")]
    public async Task The_context_gives_name_id_and_input(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>("Ask", (context, input) =>
            Task.FromResult($"{context.Name.Name} {context.InstanceId} {context.GetInput<int>() == input}")));

        Assert.Equal("Ask round.1 True", await backend.ResultAsync<string>(await backend.BeginAsync("Ask", 7, id: "round.1")));
    }
}
