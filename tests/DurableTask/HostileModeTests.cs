using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Tests.DurableTask;

public sealed class HostileModeTests
{
    static readonly DateTimeOffset Start = new(2021, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Activities_run_twice_and_answer_once()
    {
        ConcurrentQueue<int> runs = [];
        await using var engine = await EngineFixture.StartAsync(
            tasks =>
            {
                tasks.AddActivityFunc<int, int>("Count", (_, number) =>
                {
                    runs.Enqueue(number);
                    return number;
                });
                tasks.AddOrchestratorFunc<int, int>("Sum", async (context, _) =>
                {
                    var sum = 0;
                    for (var i = 0; i < 20; i++) sum += await context.CallActivityAsync<int>("Count", i);
                    return sum;
                });
            },
            new DurableEngineOptions { Hostile = new HostileMode { RepeatActivity = 0.5 } });
        Assert.Equal(190, (await engine.RunAsync("Sum", 0)).ReadOutputAs<int>());
        await engine.Scheduler.WhenIdleAsync(TestContext.Current.CancellationToken);
        Assert.InRange(runs.Count, 21, 40);
        Assert.Equal(20, runs.Distinct().Count());
    }

    [Fact]
    public async Task An_event_goes_to_a_cancelled_waiter_and_is_lost()
    {
        static void Register(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, string>("Waits", async (context, _) =>
        {
            try
            {
                await context.WaitForExternalEvent<string>("Bid", TimeSpan.FromHours(1));
            }
            catch (TaskCanceledException)
            {
            }

            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            try
            {
                return await context.WaitForExternalEvent<string>("Bid", TimeSpan.FromHours(1));
            }
            catch (TaskCanceledException)
            {
                return "lost";
            }
        });

        Assert.Equal("lost", await RaiseBetweenAsync(new HostileMode { DelayMessage = 0 }));
        Assert.Equal("bid", await RaiseBetweenAsync(null));

        static async Task<string?> RaiseBetweenAsync(HostileMode? hostile)
        {
            await using var engine = await EngineFixture.StartAsync(Register, new DurableEngineOptions { Hostile = hostile, ReplayEveryTurn = true }, new VirtualScheduler(Start, jumps: false));
            var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 0);
            await engine.Virtual.AdvanceAsync(TimeSpan.FromMinutes(90));
            await engine.Client.RaiseEventAsync(id, "Bid", "bid");
            await engine.Virtual.AdvanceAsync(TimeSpan.FromHours(2));
            return (await engine.EndOfAsync(id)).ReadOutputAs<string>();
        }
    }

    [Fact]
    public async Task Answers_overtake_each_other_but_events_of_one_name_do_not()
    {
        var (answers, events) = await CollectAsync(3);
        Assert.NotEqual(answers.Order(), answers);
        Assert.Equal(Enumerable.Range(0, 20), events);
        Assert.Equal(answers, (await CollectAsync(3)).Answers);
        Assert.NotEqual(answers, (await CollectAsync(4)).Answers);

        static async Task<(List<int> Answers, List<int> Events)> CollectAsync(int seed)
        {
            await using var engine = await EngineFixture.StartAsync(
                tasks =>
                {
                    tasks.AddActivityFunc<int, int>("Echo", (_, number) => number);
                    tasks.AddOrchestratorFunc<int, List<List<int>>>("Collect", async (context, _) =>
                    {
                        List<int> answers = [], events = [];
                        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => answers.Add(await context.CallActivityAsync<int>("Echo", i))));
                        for (var i = 0; i < 20; i++) events.Add(await context.WaitForExternalEvent<int>("Number"));
                        return [answers, events];
                    });
                },
                new DurableEngineOptions { Hostile = new HostileMode { Seed = seed, RepeatActivity = 0 } },
                new VirtualScheduler(Start, jumps: false));
            var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Collect", 0);
            await engine.Virtual.WhenIdleAsync();
            for (var i = 0; i < 20; i++) await engine.Client.RaiseEventAsync(id, "Number", i);
            var lists = (await engine.EndOfAsync(id)).ReadOutputAs<List<List<int>>>()!;
            return (lists[0], lists[1]);
        }
    }

    [Theory]
    [InlineData(DuplicateStart.Throw)]
    [InlineData(DuplicateStart.Ignore)]
    [InlineData(DuplicateStart.Replace)]
    public async Task A_duplicate_start_does_what_is_asked(DuplicateStart verdict)
    {
        await using var engine = await EngineFixture.StartAsync(
            tasks => tasks.AddOrchestratorFunc<int, int>("Waits", async (context, number) =>
            {
                await context.WaitForExternalEvent<string>("Go");
                return number;
            }),
            new DurableEngineOptions { Hostile = new HostileMode { StartDuplicate = verdict, DelayMessage = 0 } });
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 1, new StartOrchestrationOptions("round.1"));
        var again = engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 2, new StartOrchestrationOptions("round.1"));
        if (verdict == DuplicateStart.Throw) await Assert.ThrowsAsync<InvalidOperationException>(() => again);
        else Assert.Equal("round.1", await again);
        await engine.Client.RaiseEventAsync("round.1", "Go", "go");
        Assert.Equal(verdict == DuplicateStart.Replace ? 2 : 1, (await engine.EndOfAsync("round.1")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_event_for_nobody_throws_or_vanishes()
    {
        await using var strict = await EngineFixture.StartAsync(_ => { }, new DurableEngineOptions { Hostile = new HostileMode { RaiseToUnknown = UnknownInstance.Throw } });
        await Assert.ThrowsAsync<InvalidOperationException>(() => strict.Client.RaiseEventAsync("nobody", "Go"));
        await using var silent = await EngineFixture.StartAsync(_ => { }, new DurableEngineOptions { Hostile = new HostileMode { RaiseToUnknown = UnknownInstance.Drop } });
        await silent.Client.RaiseEventAsync("nobody", "Go");
    }
}
