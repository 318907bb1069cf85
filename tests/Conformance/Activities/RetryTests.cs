using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Activities;

[Row("retries")]
public sealed class RetryTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(1);

    [Theory, EveryBackend]
    public async Task A_policy_gives_up_after_its_number_of_attempts(string mode)
    {
        await using var backend = Backends.Create(mode);
        var attempts = new AttemptsByInstance();
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int>("Try", (context, times) =>
                context.CallActivityAsync("Break", options: TaskOptions.FromRetryPolicy(new RetryPolicy(times, Soon))))
            .AddActivityFunc("Break", context => attempts.Fail(context)));

        foreach (var times in new[] { 1, 2, 5 })
        {
            var instance = await backend.BeginAsync("Try", times);
            var end = await backend.EndAsync(instance);
            Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
            attempts.AssertWere(times, instance, backend);
        }
    }

    [Theory, EveryBackend]
    public async Task A_later_attempt_that_succeeds_is_the_result(string mode)
    {
        await using var backend = Backends.Create(mode);
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", async context =>
            {
                var first = true;
                return await context.CallActivityAsync<string>("Shaky", options: TaskOptions.FromRetryHandler(retry =>
                {
                    first = false;
                    return retry.LastAttemptNumber < 3;
                })) + first;
            })
            .AddActivityFunc("Shaky", new Shaky(failures: 2).Run));

        Assert.Equal("doneFalse", await backend.RunAsync<string>("Try"));
    }

    [Theory, EveryBackend]
    public async Task Waits_grow_by_the_coefficient_up_to_the_longest(string mode)
    {
        await using var backend = Backends.Create(mode);
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", async context =>
            {
                var begun = context.CurrentUtcDateTime;
                try
                {
                    await context.CallActivityAsync("Break", options: TaskOptions.FromRetryPolicy(
                        new RetryPolicy(4, tick, backoffCoefficient: 2, maxRetryInterval: tick * 3)));
                }
                catch (TaskFailedException)
                {
                }

                return context.CurrentUtcDateTime - begun;
            })
            .AddActivityFunc("Break", new AttemptsByInstance().Fail));

        // 1 + 2 + 3 (4 capped) ticks between four attempts.
        var took = await backend.RunAsync<TimeSpan>("Try");
        Assert.True(took >= tick * 6, $"{took} for 6 ticks of {tick}");
        if (backend.PassesDays)
            Assert.True(took < tick * 7, $"{took} for 6 ticks of {tick}");
    }

    [Theory, EveryBackend]
    public async Task A_policy_gives_up_when_its_time_is_out(string mode)
    {
        await using var backend = Backends.Create(mode);
        var attempts = new AttemptsByInstance();
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", context => context.CallActivityAsync("Break", options: TaskOptions.FromRetryPolicy(
                new RetryPolicy(100, tick, backoffCoefficient: 1, retryTimeout: tick * 2.5))))
            .AddActivityFunc("Break", context => attempts.Fail(context)));

        var instance = await backend.BeginAsync("Try");
        var end = await backend.EndAsync(instance);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.InRange(attempts.Of(instance), 2, backend.RepeatsActivities ? 8 : 4);
    }

    [Theory, EveryBackend]
    public async Task A_policy_that_does_not_handle_the_failure_does_not_retry(string mode)
    {
        await using var backend = Backends.Create(mode);
        var attempts = new AttemptsByInstance();
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", context => context.CallActivityAsync("Break", options: TaskOptions.FromRetryPolicy(
                new RetryPolicy(5, Soon) { HandleFailure = failure => failure.IsCausedBy<TimeoutException>() })))
            .AddActivityFunc("Break", context => attempts.Fail(context)));

        var instance = await backend.BeginAsync("Try");
        await backend.EndAsync(instance);

        attempts.AssertWere(1, instance, backend);
    }

    [Theory, EveryBackend]
    public async Task A_handler_sees_the_attempt_the_failure_and_the_time_and_may_await_a_timer(string mode)
    {
        await using var backend = Backends.Create(mode);
        var attempts = new AttemptsByInstance();
        var tick = backend.Tick;
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", async context =>
            {
                var seen = new List<string>();
                try
                {
                    await context.CallActivityAsync("Break", options: TaskOptions.FromRetryHandler(async retry =>
                    {
                        seen.Add($"{retry.LastAttemptNumber} {retry.LastFailure.ErrorMessage} {retry.TotalRetryTime >= tick * (retry.LastAttemptNumber - 1)}");
                        await retry.OrchestrationContext.CreateTimer(tick, CancellationToken.None);
                        return retry.LastAttemptNumber < 3;
                    }));
                }
                catch (TaskFailedException)
                {
                    seen.Add("failed");
                }

                return seen;
            })
            .AddActivityFunc("Break", context => attempts.Fail(context)));

        var instance = await backend.BeginAsync("Try");

        Assert.Equal(["1 broken True", "2 broken True", "3 broken True", "failed"], (await backend.ResultAsync<List<string>>(instance))!);
        attempts.AssertWere(3, instance, backend);
    }

    [Theory, EveryBackend]
    public async Task A_missing_task_is_never_retried(string mode)
    {
        await using var backend = Backends.Create(mode);
        var asked = 0;
        await backend.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool>("Try", async (context, activity) =>
            {
                var options = TaskOptions.FromRetryHandler(_ => Interlocked.Increment(ref asked) < 0);
                await (activity ? context.CallActivityAsync("Bogus", options: options) : context.CallSubOrchestratorAsync("Bogus", options: options));
            }));

        foreach (var activity in new[] { true, false })
            Assert.Contains("Bogus", (await backend.FailAsync("Try", activity)).ErrorMessage, StringComparison.Ordinal);
        Assert.Equal(0, asked);
    }

    private sealed class Shaky(int failures)
    {
        private int left = failures;

        public string Run(TaskActivityContext context) =>
            Interlocked.Decrement(ref left) >= 0 ? throw new InvalidOperationException("not yet") : "done";
    }
}
