using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Tests.DurableTask;

/// <summary>What happens when code meets a history that it did not write.</summary>
public sealed class ReplayTests
{
    static void Activities(DurableTaskRegistry tasks)
    {
        tasks.AddActivityFunc<string, string>("Reserve", (_, car) => car);
        tasks.AddActivityFunc<string, string>("Order", (_, car) => car);
    }

    static Action<DurableTaskRegistry> Code(Func<TaskOrchestrationContext, Task<string>> code) => tasks =>
    {
        Activities(tasks);
        tasks.AddOrchestratorFunc<int, string>("Round", (context, _) => code(context));
    };

    static readonly Action<DurableTaskRegistry> Original = Code(async context =>
    {
        await context.CallActivityAsync<string>("Reserve", "car");
        await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
        await context.WaitForExternalEvent<string>("Go");
        return await context.CallActivityAsync<string>("Order", "car");
    });

    static async Task<OrchestrationMetadata> GoOnWithAsync(Action<DurableTaskRegistry> changed)
    {
        await using var engine = await EngineFixture.StartAsync(Original);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Round", 0);
        while ((await engine.Client.GetInstanceAsync(id))!.LastUpdatedAt == default || engine.File.Read(session => session.Scalar<long>("SELECT count(*) FROM dt_history")) < 3) await Task.Yield();
        await engine.CloseAsync();
        await engine.OpenAsync(changed);
        await engine.Client.RaiseEventAsync(id, "Go", "go");
        return await engine.EndOfAsync(id);
    }

    [Fact]
    public async Task Unchanged_code_goes_on()
    {
        Assert.Equal("car", (await GoOnWithAsync(Original)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Another_activity_fails_the_instance_and_names_the_first_difference()
    {
        var ended = await GoOnWithAsync(Code(async context => await context.CallActivityAsync<string>("Order", "car")));
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, ended.FailureDetails!.ErrorType);
        Assert.Contains("expected event #3 TaskScheduled 'Reserve', but the code did TaskScheduled 'Order'", ended.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_that_is_missing_is_named()
    {
        var ended = await GoOnWithAsync(Code(async context =>
        {
            await context.CallActivityAsync<string>("Reserve", "car");
            return await context.WaitForExternalEvent<string>("Go");
        }));
        Assert.Contains("expected event #6 TimerCreated", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("the code did nothing more", ended.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_too_many_is_named_even_when_the_code_catches_everything()
    {
        var ended = await GoOnWithAsync(Code(async context =>
        {
            try
            {
                _ = context.CallActivityAsync<string>("Reserve", "car");
                return await context.CallActivityAsync<string>("Order", "car");
            }
            catch (Exception)
            {
                return await context.WaitForExternalEvent<string>("Go");
            }
        }));
        Assert.Equal(typeof(NonDeterministicOrchestrationException).FullName, ended.FailureDetails!.ErrorType);
        Assert.Contains("expected no more decisions in the turn that ended before event #4, but the code did TaskScheduled 'Order'", ended.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_that_comes_too_early_is_named()
    {
        var ended = await GoOnWithAsync(Code(async context =>
        {
            await context.CallActivityAsync<string>("Reserve", "car");
            _ = context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            return "early";
        }));
        Assert.Contains("the code had come to its end", ended.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Instances_that_were_put_out_of_memory_come_back(int mostInMemory)
    {
        await using var engine = await EngineFixture.StartAsync(Original, new DurableEngineOptions { MaxInstancesInMemory = mostInMemory });
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => engine.Client.ScheduleNewOrchestrationInstanceAsync("Round", 0)));
        await Task.WhenAll(ids.Select(id => engine.Client.RaiseEventAsync(id, "Go", "go")));
        foreach (var id in ids) Assert.Equal("car", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_rehearsal_writes_the_same_history_each_time()
    {
        Assert.Equal(await RehearseAsync(), await RehearseAsync());

        static async Task<List<string>> RehearseAsync()
        {
            await using var engine = await EngineFixture.StartAsync(
                tasks =>
                {
                    Original(tasks);
                    tasks.AddOrchestratorFunc<int, string>("Year", async (context, _) =>
                    {
                        var rounds = Enumerable.Range(0, 5).Select(i => context.CallSubOrchestratorAsync<string>("Round", i, new SubOrchestrationOptions(instanceId: $"round.{i}"))).ToList();
                        for (var i = 0; i < 5; i++)
                        {
                            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
                            context.SendEvent($"round.{i}", "Go", "go");
                        }

                        return string.Join(' ', await Task.WhenAll(rounds)) + context.NewGuid();
                    });
                },
                new DurableEngineOptions { Hostile = new HostileMode { Seed = 7 } },
                new VirtualScheduler(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)) { JumpsPaused = true });
            var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Year", 0);
            engine.Virtual.JumpsPaused = false;
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.EndOfAsync(id)).RuntimeStatus);
            return engine.File.Read(session => session.Query("SELECT instance, hex(events) FROM dt_history ORDER BY seq", row => $"{row.Int64(0)} {row.Text(1)}"));
        }
    }
}
