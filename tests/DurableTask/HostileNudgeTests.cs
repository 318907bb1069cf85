using Microsoft.DurableTask;
using Samkjop.Embedded.DurableTask;

namespace Samkjop.Tests.DurableTask;

/// <summary>Events that clients raise, lost and doubled on purpose.</summary>
public sealed class HostileNudgeTests
{
    [Fact]
    public async Task A_lost_event_throws_and_a_doubled_one_arrives_twice()
    {
        await using var deaf = await EngineFixture.StartAsync(Counting, new DurableEngineOptions { Hostile = new HostileMode { LoseRaisedEvent = 1 } });
        await deaf.Client.ScheduleNewOrchestrationInstanceAsync("Counts", 1, new StartOrchestrationOptions("one"));
        await Assert.ThrowsAsync<TimeoutException>(() => deaf.Client.RaiseEventAsync("one", "Go", "go"));

        await using var echoing = await EngineFixture.StartAsync(Counting, new DurableEngineOptions { Hostile = new HostileMode { RepeatRaisedEvent = 1, LoseEventsToCancelledWaiters = false } });
        await echoing.Client.ScheduleNewOrchestrationInstanceAsync("Counts", 1, new StartOrchestrationOptions("two"));
        await echoing.Client.RaiseEventAsync("two", "Go", "go");
        Assert.Equal("gogo", (await echoing.EndOfAsync("two")).ReadOutputAs<string>());
    }

    static void Counting(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<int, string>("Counts", async (context, _) =>
        await context.WaitForExternalEvent<string>("Go") + await context.WaitForExternalEvent<string>("Go"));
}
