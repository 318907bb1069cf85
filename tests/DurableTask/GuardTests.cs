using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask;

namespace Samkjop.Tests.DurableTask;

/// <summary>What the engine refuses, and that it goes on with the others.</summary>
public sealed class GuardTests
{
    static async Task<OrchestrationMetadata> RunAsync(Func<TaskOrchestrationContext, Task<string>> code, DurableEngineOptions? options = null)
    {
        await using var engine = await EngineFixture.StartAsync(
            tasks =>
            {
                tasks.AddActivityFunc<string, string>("Echo", (_, text) => text);
                tasks.AddActivityFunc<int, string>("Long", (_, length) => new string('x', length));
                tasks.AddOrchestratorFunc<int, string>("Suspect", (context, _) => code(context));
                tasks.AddOrchestratorFunc<int, string>("Bystander", async (context, _) => await context.CallActivityAsync<string>("Echo", "unharmed"));
            },
            options);
        var ended = await engine.RunAsync("Suspect", 0);
        Assert.Equal("unharmed", (await engine.RunAsync("Bystander", 0)).ReadOutputAs<string>());
        return ended;
    }

    static void FailedAs<T>(OrchestrationMetadata ended, string message)
    {
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.Equal(typeof(T).FullName, ended.FailureDetails!.ErrorType);
        Assert.Contains(message, ended.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_that_awaits_nothing_durable_fails()
    {
        FailedAs<NotDurableException>(
            await RunAsync(async _ =>
            {
                await Task.Delay(TimeSpan.FromMinutes(1), CancellationToken.None);
                return "";
            }),
            "The turn ended and no activity, timer, event or sub-orchestration is awaited");
    }

    [Fact]
    public async Task A_delay_beside_something_durable_fails_when_it_comes_back()
    {
        FailedAs<NotDurableException>(
            await RunAsync(async context =>
            {
                await Task.WhenAny(Task.Delay(5), context.WaitForExternalEvent<string>("Never"));
                return "";
            }),
            "came back from another thread");
    }

    [Fact]
    public async Task Work_on_the_thread_pool_fails_even_when_it_ends_the_orchestrator()
    {
        FailedAs<NotDurableException>(
            await RunAsync(async context =>
            {
                _ = context.WaitForExternalEvent<string>("Never");
#pragma warning disable CA2007, MA0004 // The fault under test.
                await Task.Delay(5).ConfigureAwait(false);
#pragma warning restore CA2007, MA0004
                return "";
            }),
            "another thread");
    }

    [Fact]
    public async Task Use_of_the_context_from_another_thread_fails()
    {
        FailedAs<NotDurableException>(
            await RunAsync(async context =>
            {
                _ = context.WaitForExternalEvent<string>("Never");
                await Task.Run(() => context.CallActivityAsync<string>("Echo", "x"));
                return "";
            }),
            "another thread");
    }

    [Fact]
    public async Task Continuations_and_yields_stay_on_the_orchestrators_thread()
    {
        var ended = await RunAsync(async context =>
        {
            await Task.Yield();
            var length = await context.CallActivityAsync<string>("Echo", "four").ContinueWith(echo => echo.Result.Length, TaskScheduler.Current);
            return await context.CallActivityAsync<string>("Echo", $"{length}");
        });
        Assert.Equal("4", ended.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_custom_status_over_its_limit_fails()
    {
        FailedAs<DurableLimitException>(
            await RunAsync(context =>
            {
                context.SetCustomStatus(new string('x', 8 * 1024));
                return Task.FromResult("");
            }),
            "The custom status takes 16388 bytes");
    }

    [Fact]
    public async Task A_payload_over_its_limit_fails_where_it_was_made()
    {
        FailedAs<DurableLimitException>(await RunAsync(context => context.CallActivityAsync<string>("Echo", new string('x', 1024 * 1024))), "The input of activity 'Echo' takes 1048578 bytes");
        FailedAs<DurableLimitException>(await RunAsync(_ => Task.FromResult(new string('x', 1024 * 1024))), "The output of the orchestration");
        FailedAs<TaskFailedException>(await RunAsync(context => context.CallActivityAsync<string>("Long", 1024 * 1024)), "The output of activity 'Long'");
    }

    [Fact]
    public async Task A_history_over_its_limit_fails()
    {
        FailedAs<DurableLimitException>(
            await RunAsync(
                async context =>
                {
                    while (true) await context.CallActivityAsync<string>("Echo", "again");
                },
                new DurableEngineOptions { MaxHistoryEvents = 100 }),
            "the limit is 100");
    }

    [Fact]
    public async Task Names_that_nobody_registered_fail_without_retry()
    {
        await using var engine = await EngineFixture.StartAsync(tasks => tasks.AddOrchestratorFunc<int, string>(
            "Calls", (context, _) => context.CallActivityAsync<string>("Nowhere", TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromDays(1))))));
        var ended = await engine.RunAsync("Calls", 0);
        Assert.Equal("ActivityTaskNotFound", ended.FailureDetails!.InnerFailure!.ErrorType);
        Assert.Equal("OrchestratorTaskNotFound", (await engine.RunAsync("Nobody")).FailureDetails!.ErrorType);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_fails_its_orchestration_only()
    {
        await using var engine = await EngineFixture.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Waits", async (context, _) =>
        {
            try
            {
                return await context.WaitForExternalEvent<int>("Number");
            }
            catch (Exception)
            {
                return -1;
            }
        }));
        var poisoned = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 0);
        var other = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", 0);
        await engine.Client.RaiseEventAsync(poisoned, "Number", "not a number");
        await engine.Client.RaiseEventAsync(other, "Number", 4);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(poisoned)).RuntimeStatus);
        Assert.Equal(4, (await engine.EndOfAsync(other)).ReadOutputAs<int>());
        Assert.Equal("System.Text.Json.JsonException", (await engine.RunAsync("Waits", "not a number either")).FailureDetails!.ErrorType);
    }
}
