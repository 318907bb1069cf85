using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Tests.DurableTask;

/// <summary>As with the real engine, an orchestration does not end while a call or a timer of it is open.</summary>
public sealed class OpenTaskTests
{
    static readonly DateTimeOffset Start = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    static async Task<OrchestrationMetadata> RunAsync(Func<TaskOrchestrationContext, int, string> end, bool replay)
    {
        await using var engine = await EngineFixture.StartAsync(
            tasks =>
            {
                tasks.AddActivityFunc<int, int>("Work", (_, number) => number);
                tasks.AddOrchestratorFunc<int, string>("Forgets", async (context, run) =>
                {
                    await context.CallActivityAsync<int>("Work", run);
                    if (run == 0) _ = context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
                    return end(context, run);
                });
            },
            new DurableEngineOptions { ReplayEveryTurn = replay },
            new VirtualScheduler(Start));
        return await engine.RunAsync("Forgets", 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_open_timer_holds_a_failure(bool replay)
    {
        var ended = await RunAsync((_, _) => throw new InvalidOperationException("too bad"), replay);
        Assert.Equal(("too bad", Start.AddDays(30)), (ended.FailureDetails!.ErrorMessage, ended.LastUpdatedAt));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_open_timer_holds_the_next_run(bool replay)
    {
        var ended = await RunAsync(
            (context, run) =>
            {
                if (run == 0) context.ContinueAsNew(1);
                return $"run {run} at {context.CurrentUtcDateTime:yyyy-MM-dd}";
            },
            replay);
        Assert.Equal("run 1 at 2021-01-31", ended.ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_that_nobody_awaits_is_answered_before_the_end(bool replay)
    {
        List<string> done = [];
        await using var engine = await EngineFixture.StartAsync(
            tasks =>
            {
                tasks.AddActivityFunc<string, string>("Tell", (_, text) =>
                {
                    done.Add(text);
                    return text;
                });
                tasks.AddOrchestratorFunc<int, string>("Forgets", (context, run) =>
                {
                    _ = context.CallActivityAsync<string>("Tell", "told");
                    return Task.FromResult("ended");
                });
            },
            new DurableEngineOptions { ReplayEveryTurn = replay },
            new VirtualScheduler(Start));
        Assert.Equal("ended", (await engine.RunAsync("Forgets", 0)).ReadOutputAs<string>());
        Assert.Equal(["told"], done);
    }
}
