using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Tests.DurableTask;

public sealed class EngineBasicsTests
{
    public static TheoryData<bool> Replay => [false, true];

    static void Register(DurableTaskRegistry tasks)
    {
        tasks.AddActivityFunc<int, int>("Add", (_, value) => value + 1);
        tasks.AddActivityFunc<int, int>("Fail", int (_, _) => throw new InvalidOperationException("no luck"));
        tasks.AddOrchestratorFunc<int, int>("Chain", async (context, value) =>
        {
            for (var i = 0; i < 3; i++) value = await context.CallActivityAsync<int>("Add", value);
            return value;
        });
        tasks.AddOrchestratorFunc<int, int>("FanOut", async (context, count) =>
        {
            var results = await Task.WhenAll(Enumerable.Range(0, count).Select(i => context.CallActivityAsync<int>("Add", i)));
            return results.Sum();
        });
        tasks.AddOrchestratorFunc<int, int>("Parent", (context, value) => context.CallSubOrchestratorAsync<int>("Chain", value));
        tasks.AddOrchestratorFunc<int, string>("Retries", async (context, _) =>
        {
            try
            {
                await context.CallActivityAsync("Fail", 1, TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(1))));
                return "no failure";
            }
            catch (TaskFailedException failure)
            {
                return $"{failure.FailureDetails.ErrorType}: {failure.FailureDetails.ErrorMessage}";
            }
        });
        tasks.AddOrchestratorFunc<int, string>("Waits", async (context, _) => await context.WaitForExternalEvent<string>("Go") + await context.WaitForExternalEvent<string>("go"));
        tasks.AddOrchestratorFunc<int, string>("TimesOut", async (context, _) =>
        {
            try
            {
                return await context.WaitForExternalEvent<string>("Never", TimeSpan.FromMilliseconds(5));
            }
            catch (TaskCanceledException)
            {
                return "timed out";
            }
        });
        tasks.AddOrchestratorFunc<int, int>("Counts", async (context, count) =>
        {
            await context.WaitForExternalEvent<int>("Next");
            if (count == 9) return count + 1;
            context.ContinueAsNew(count + 1);
            return 0;
        });
    }

    [Theory]
    [MemberData(nameof(Replay))]
    public async Task A_chain_of_three_ends_with_its_output(bool replay)
    {
        await using var engine = await EngineFixture.StartAsync(Register, new DurableEngineOptions { ReplayEveryTurn = replay });
        var ended = await engine.RunAsync("Chain", 4);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal(7, ended.ReadOutputAs<int>());
    }

    [Theory]
    [MemberData(nameof(Replay))]
    public async Task Fans_out_calls_children_retries_and_times_out(bool replay)
    {
        await using var engine = await EngineFixture.StartAsync(Register, new DurableEngineOptions { ReplayEveryTurn = replay });
        Assert.Equal(1275, (await engine.RunAsync("FanOut", 50)).ReadOutputAs<int>());
        Assert.Equal(5, (await engine.RunAsync("Parent", 2)).ReadOutputAs<int>());
        Assert.Equal("System.InvalidOperationException: no luck", (await engine.RunAsync("Retries", 0)).ReadOutputAs<string>());
        Assert.Equal("timed out", (await engine.RunAsync("TimesOut", 0)).ReadOutputAs<string>());
    }

    [Theory]
    [MemberData(nameof(Replay))]
    public async Task Events_arrive_whenever_they_were_raised_and_survive_continuing_as_new(bool replay)
    {
        await using var engine = await EngineFixture.StartAsync(Register, new DurableEngineOptions { ReplayEveryTurn = replay });
        var waits = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 0);
        await engine.Client.RaiseEventAsync(waits, "GO", "a");
        await engine.Client.RaiseEventAsync(waits, "go", "b");
        Assert.Equal("ab", (await engine.EndOfAsync(waits)).ReadOutputAs<string>());

        var counts = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Counts", 0);
        for (var i = 0; i < 10; i++) await engine.Client.RaiseEventAsync(counts, "Next", i);
        Assert.Equal(10, (await engine.EndOfAsync(counts)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task What_has_not_ended_goes_on_after_the_file_was_opened_again()
    {
        await using var engine = await EngineFixture.StartAsync(Register);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 0);
        await engine.Client.RaiseEventAsync(id, "Go", "before ");
        await engine.Client.WaitForInstanceStartAsync(id, TestContext.Current.CancellationToken);
        await engine.CloseAsync();

        await engine.OpenAsync(Register);
        await engine.Client.RaiseEventAsync(id, "Go", "after");
        Assert.Equal("before after", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Virtual_time_jumps_to_the_timer()
    {
        DateTimeOffset start = new(2021, 3, 29, 6, 0, 0, TimeSpan.Zero);
        await using var engine = await EngineFixture.StartAsync(
            tasks => tasks.AddOrchestratorFunc<int, DateTime>("Sleeps", async (context, days) =>
            {
                await context.CreateTimer(TimeSpan.FromDays(days), CancellationToken.None);
                return context.CurrentUtcDateTime;
            }),
            scheduler: new VirtualScheduler(start));
        Assert.Equal(start.UtcDateTime.AddDays(400), (await engine.RunAsync("Sleeps", 400)).ReadOutputAs<DateTime>());
        Assert.Equal(start.AddDays(400), DurableEngine.ReadVirtualNow(engine.File));
    }

    [Fact]
    public async Task Terminated_suspended_and_resumed_as_asked()
    {
        await using var engine = await EngineFixture.StartAsync(Register);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 0);
        await engine.Client.SuspendInstanceAsync(id);
        await engine.Client.RaiseEventAsync(id, "Go", "a");
        await engine.Client.RaiseEventAsync(id, "Go", "b");
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await engine.Client.ResumeInstanceAsync(id);
        Assert.Equal("ab", (await engine.EndOfAsync(id)).ReadOutputAs<string>());

        var other = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 0);
        await engine.Client.TerminateInstanceAsync(other, "enough");
        var ended = await engine.EndOfAsync(other);
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (ended.RuntimeStatus, ended.ReadOutputAs<string>()));
    }
}
