using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;

namespace Samkjop.Tests.DurableTask;

/// <summary>Many hands on the same orchestrations at once.</summary>
public sealed class StressTests
{
    static void Register(DurableTaskRegistry tasks)
    {
        tasks.AddActivityFunc<int, int>("Add", (_, number) => number + 1);
        tasks.AddOrchestratorFunc<int, int>("Gather", async (context, round) =>
        {
            var sum = await context.WaitForExternalEvent<int>("Number");
            sum = await context.CallActivityAsync<int>("Add", sum);
            var below = await context.CallSubOrchestratorAsync<int>("Below", sum);
            if (round == 3) return below;
            context.ContinueAsNew(round + 1);
            return 0;
        });
        tasks.AddOrchestratorFunc<int, int>("Below", (context, number) => context.CallActivityAsync<int>("Add", number));
    }

    public static TheoryData<bool, int, bool> Modes => new() { { false, 1000, false }, { true, 1000, false }, { false, 2, false }, { false, 1000, true } };

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Everything_ends_and_nothing_is_left_over(bool replay, int inMemory, bool hostile)
    {
        DurableEngineOptions options = new()
        {
            ReplayEveryTurn = replay,
            MaxInstancesInMemory = inMemory,
            Hostile = hostile ? new HostileMode { LongestDelay = TimeSpan.FromMilliseconds(2) } : null,
        };
        await using var engine = await EngineFixture.StartAsync(Register, options);
        var client = engine.Client;
        var ids = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => client.ScheduleNewOrchestrationInstanceAsync("Gather", 0)));
        await Task.WhenAll(ids.Select(async (id, place) =>
        {
            var events = Task.WhenAll(Enumerable.Range(0, 4).Select(number => client.RaiseEventAsync(id, "Number", number)));
            if (place % 3 == 1)
            {
                await client.SuspendInstanceAsync(id);
                await events;
                await client.ResumeInstanceAsync(id);
            }
            else if (place % 3 == 2)
            {
                await client.TerminateInstanceAsync(id, new TerminateInstanceOptions("enough", Recursive: true));
            }

            await events;
        }));
        for (var place = 0; place < ids.Length; place++)
        {
            var ended = await engine.EndOfAsync(ids[place]);
            Assert.Equal(place % 3 == 2 ? OrchestrationRuntimeStatus.Terminated : OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        }

        await engine.Scheduler.WhenIdleAsync(TestContext.Current.CancellationToken);
        Assert.True(engine.Engine.IsIdle);
        Assert.Equal(0, engine.File.Read(session => session.Scalar<long>("SELECT count(*) FROM dt_message")));
        await foreach (var instance in client.GetAllInstancesAsync()) Assert.True(instance.IsCompleted, instance.ToString());
        await client.PurgeAllInstancesAsync(new PurgeInstancesFilter(DateTimeOffset.UnixEpoch), new PurgeInstanceOptions(Recursive: true));
        Assert.Equal(0, engine.File.Read(session => session.Scalar<long>("SELECT (SELECT count(*) FROM dt_instance) + (SELECT count(*) FROM dt_history)")));
    }
}
