using Samkjop.Tests.Conformance.Backend;

namespace Samkjop.Tests.Conformance.Lifecycle;

/// <summary>Callers' mistakes are refused to the caller and change nothing.</summary>
public sealed class BadArgumentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EveryBackend]
    public async Task An_empty_instance_id_or_event_name_is_refused(string mode)
    {
        await using var backend = Backends.Create(mode);
        var client = await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("Go")));
        var instance = await backend.BeginAsync("Wait");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.RaiseEventAsync("", "Go", cancellation: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.RaiseEventAsync(instance, "", cancellation: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.TerminateInstanceAsync("", cancellation: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.SuspendInstanceAsync("", cancellation: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.ResumeInstanceAsync("", cancellation: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.GetInstanceAsync("", cancellation: Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.PurgeInstanceAsync("", cancellation: Token));
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await backend.NowAsync(instance)).RuntimeStatus);
    }

    [Theory, EveryBackend, Row("dedupe")]
    public async Task A_dedupe_status_that_does_not_exist_is_refused(string mode)
    {
        await using var backend = Backends.Create(mode);
        var client = await backend.StartAsync(tasks => tasks.AddOrchestratorFunc("End", _ => Task.FromResult(1)));

        await Assert.ThrowsAnyAsync<ArgumentException>(() => client.ScheduleNewOrchestrationInstanceAsync(
            "End", new StartOrchestrationOptions("round.1") { DedupeStatuses = ["Kompleted"] }, Token));
        Assert.Null(await client.GetInstanceAsync("round.1", Token));
    }

    [Fact]
    public void A_retry_policy_without_attempts_or_with_a_shrinking_wait_is_refused()
    {
        var second = TimeSpan.FromSeconds(1);
        Assert.ThrowsAny<ArgumentException>(() => new RetryPolicy(0, second));
        Assert.ThrowsAny<ArgumentException>(() => new RetryPolicy(3, TimeSpan.Zero));
        Assert.ThrowsAny<ArgumentException>(() => new RetryPolicy(3, second, backoffCoefficient: 0.5));
        Assert.ThrowsAny<ArgumentException>(() => new RetryPolicy(3, second, maxRetryInterval: second / 2));
        Assert.ThrowsAny<ArgumentException>(() => new RetryPolicy(3, second, retryTimeout: second / 2));
    }

    [Fact]
    public void Two_tasks_of_one_name_are_refused_at_registration()
    {
        var registry = new DurableTaskRegistry().AddActivityFunc("Work", _ => Task.CompletedTask).AddOrchestratorFunc("Run", _ => Task.CompletedTask);

        Assert.ThrowsAny<ArgumentException>(() => registry.AddActivityFunc("work", _ => Task.CompletedTask));
        Assert.ThrowsAny<ArgumentException>(() => registry.AddOrchestratorFunc("RUN", _ => Task.CompletedTask));
    }
}
