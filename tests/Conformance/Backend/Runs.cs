namespace Samkjop.Tests.Conformance.Backend;

/// <summary>What nearly every test does with an instance.</summary>
internal static class Runs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Schedules an instance and waits until it has left Pending.</summary>
    public static async Task<string> BeginAsync(this ConformanceBackend backend, string name, object? input = null, string? id = null)
    {
        var instance = await backend.Client.ScheduleNewOrchestrationInstanceAsync(name, input, id is null ? null : new StartOrchestrationOptions(id), Token);
        await backend.AwaitAsync(backend.Client.WaitForInstanceStartAsync(instance, Token));
        return instance;
    }

    /// <summary>Waits for any end of an instance, while time passes.</summary>
    public static Task<OrchestrationMetadata> EndAsync(this ConformanceBackend backend, string instance) =>
        backend.AwaitAsync(backend.Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, Token));

    /// <summary>Waits for completion and reads the output; any other end fails the test with its reason.</summary>
    public static async Task<T?> ResultAsync<T>(this ConformanceBackend backend, string instance)
    {
        var end = await backend.EndAsync(instance);
        Assert.True(end.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{end.RuntimeStatus}: {end.FailureDetails?.ErrorType} {end.FailureDetails?.ErrorMessage}");
        return end.ReadOutputAs<T>();
    }

    public static async Task<OrchestrationMetadata> RunAsync(this ConformanceBackend backend, string name, object? input = null) =>
        await backend.EndAsync(await backend.Client.ScheduleNewOrchestrationInstanceAsync(name, input, Token));

    public static async Task<T?> RunAsync<T>(this ConformanceBackend backend, string name, object? input = null) =>
        await backend.ResultAsync<T>(await backend.Client.ScheduleNewOrchestrationInstanceAsync(name, input, Token));

    /// <summary>Runs to failure and gives its details.</summary>
    public static async Task<TaskFailureDetails> FailAsync(this ConformanceBackend backend, string name, object? input = null)
    {
        var end = await backend.RunAsync(name, input);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        return Assert.IsType<TaskFailureDetails>(end.FailureDetails);
    }

    public static Task RaiseAsync(this ConformanceBackend backend, string instance, string name, object? payload = null) =>
        backend.Client.RaiseEventAsync(instance, name, payload, Token);

    public static async Task<OrchestrationMetadata> NowAsync(this ConformanceBackend backend, string instance) =>
        Assert.IsType<OrchestrationMetadata>(await backend.Client.GetInstanceAsync(instance, getInputsAndOutputs: true, Token));

    /// <summary>Waits, without letting business time pass, until the instance has set this custom status.</summary>
    public static Task ReachesAsync(this ConformanceBackend backend, string instance, string status) =>
        backend.BecomesAsync(instance, now => now.SerializedCustomStatus is not null && now.ReadCustomStatusAs<string>() == status);

    public static Task BecomesAsync(this ConformanceBackend backend, string instance, OrchestrationRuntimeStatus status) =>
        backend.BecomesAsync(instance, now => now.RuntimeStatus == status);

    /// <summary>Waits, without letting business time pass, until something has come true.</summary>
    public static async Task UntilAsync(this ConformanceBackend backend, Func<bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (!reached())
            await Task.Delay(5, patience.Token);
    }

    private static async Task BecomesAsync(this ConformanceBackend backend, string instance, Func<OrchestrationMetadata, bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        for (var now = await backend.NowAsync(instance); !reached(now); now = await backend.NowAsync(instance))
        {
            Assert.False(now.IsCompleted, $"{instance} ended too early: {now.RuntimeStatus} {now.FailureDetails?.ErrorMessage}");
            await Task.Delay(5, patience.Token);
        }
    }
}
