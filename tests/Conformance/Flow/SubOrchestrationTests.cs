using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Flow;

[Row("sub-orchestrations")]
public sealed class SubOrchestrationTests
{
    [Theory, EveryBackend]
    public async Task A_sub_orchestration_gives_its_output_to_its_parent(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Nest", async (context, depth) =>
            5 + (depth < 3 ? await context.CallSubOrchestratorAsync<int>("Nest", depth + 1) : 0)));

        Assert.Equal(15, await backend.RunAsync<int>("Nest", 1));
    }

    [Theory, EveryBackend, Row("fan-out")]
    public async Task Sub_orchestrations_fan_out(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Lots", async context =>
                (await Task.WhenAll(Enumerable.Range(1, 10).Select(n => context.CallSubOrchestratorAsync<int>("Lot", n)))).Sum())
            .AddOrchestratorFunc<int, int>("Lot", async (context, n) => await context.CallActivityAsync<int>("Double", n))
            .AddActivityFunc<int, int>("Double", (_, n) => n * 2));

        Assert.Equal(110, await backend.RunAsync<int>("Lots"));
    }

    [Theory, EveryBackend]
    public async Task A_sub_orchestration_knows_its_parent_and_has_the_id_it_was_given(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context =>
                context.CallSubOrchestratorAsync<string>("Child", options: new TaskOptions().WithInstanceId("lot.1")))
            .AddOrchestratorFunc("Child", context =>
                Task.FromResult($"{context.InstanceId} of {context.Parent?.Name.Name} {context.Parent?.InstanceId}")));

        Assert.Equal("lot.1 of Parent round.1", await backend.ResultAsync<string>(await backend.BeginAsync("Parent", id: "round.1")));
        Assert.Equal("Child", (await backend.NowAsync("lot.1")).Name);
    }

    [Theory, EveryBackend]
    public async Task An_instance_without_parent_has_none(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Alone", context => Task.FromResult(context.Parent is null)));

        Assert.True(await backend.RunAsync<bool>("Alone"));
    }

    [Theory, EveryBackend]
    public async Task A_failed_sub_orchestration_can_be_caught(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child");
                    return "no exception";
                }
                catch (TaskFailedException failure)
                {
                    return $"{failure.TaskName}: {failure.FailureDetails.ErrorMessage}";
                }
            })
            .AddOrchestratorFunc("Child", Break));

        Assert.Equal("Child: broken", await backend.RunAsync<string>("Parent"));
    }

    [Theory, EveryBackend, Row("retries")]
    public async Task A_failed_sub_orchestration_is_retried(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<string>("Child",
                options: TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(1)))))
            .AddOrchestratorFunc("Child", context => context.CallActivityAsync<string>("FailTwice", context.NewGuid()))
            .AddActivityFunc<Guid, string>("FailTwice", new FailingAttempts(2).Run));

        Assert.Equal("done", await backend.RunAsync<string>("Parent"));
    }

    /// <summary>Ids that the context makes up depend on instance and time; both come again when a parent is replaced or begins anew at once.</summary>
    [Theory, EveryBackend, Row("continue-as-new"), Row("dedupe")]
    public async Task A_parent_that_begins_again_at_the_same_instant_has_children_of_its_own(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, int>("Parent", async (context, generation) =>
            {
                await context.CallSubOrchestratorAsync("Quick");
                if (generation < 3)
                    context.ContinueAsNew(generation + 1);
                else
                    await context.CallSubOrchestratorAsync("Child");
                return generation;
            })
            .AddOrchestratorFunc("Quick", _ => Task.CompletedTask)
            .AddOrchestratorFunc("Child", context => context.CallActivityAsync("Work"))
            .AddActivityFunc("Work", _ => Task.CompletedTask));

        await backend.BeginAsync("Parent", 1, id: "round.1");
        await backend.Client.ScheduleNewOrchestrationInstanceAsync("Parent", 1, new StartOrchestrationOptions("round.1").WithDedupeStatuses(), TestContext.Current.CancellationToken);

        // No time needs to pass for it.
        var end = await backend.Client.WaitForInstanceCompletionAsync("round.1", getInputsAndOutputs: true, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(3, end.ReadOutputAs<int>());
    }

    /// <summary>Set: the second attempt under the same id may run, or may be refused. Either way the parent ends; so activities are retried instead.</summary>
    [Theory, EveryBackend, Row("sub-retry-fixed-id")]
    public async Task A_retry_under_a_fixed_id_ends_one_way_or_the_other(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<string>("Child",
                options: TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromMilliseconds(1))).WithInstanceId("lot.1")))
            .AddOrchestratorFunc("Child", Break));

        var end = await backend.RunAsync("Parent");

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.True(end.FailureDetails!.IsCausedBy<TaskFailedException>());
    }

    [Theory, EveryBackend]
    public async Task A_terminated_sub_orchestration_fails_its_parent(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Child", options: new TaskOptions().WithInstanceId("lot.1")))
            .AddOrchestratorFunc("Child", async context =>
            {
                context.SetCustomStatus("waiting");
                await context.WaitForExternalEvent<string>("Never");
            }));

        var parent = await backend.BeginAsync("Parent");
        await backend.AwaitAsync(backend.Client.WaitForInstanceStartAsync("lot.1", TestContext.Current.CancellationToken));
        await backend.Client.TerminateInstanceAsync("lot.1", cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await backend.EndAsync("lot.1")).RuntimeStatus);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await backend.EndAsync(parent)).RuntimeStatus);
    }

    private static Task<string> Break(TaskOrchestrationContext context) => throw new InvalidOperationException("broken");

    /// <summary>Fails as many attempts as told, however often each is repeated; an attempt is known by the id that it made.</summary>
    private sealed class FailingAttempts(int failures)
    {
        private readonly HashSet<Guid> failed = [];

        public string Run(TaskActivityContext context, Guid attempt)
        {
            lock (failed)
                return failed.Contains(attempt) || (failed.Count < failures && failed.Add(attempt))
                    ? throw new InvalidOperationException("not yet")
                    : "done";
        }
    }
}
