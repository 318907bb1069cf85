using Microsoft.DurableTask;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>Retries by policy or handler; the waits are durable timers.</summary>
internal sealed partial class OrchestrationRun
{
    Task<T> WithRetry<T>(TaskRetryOptions? retry, Func<Task<T>> attempt) => retry switch
    {
        { Policy: { } policy } => ByPolicyAsync(policy, attempt),
        { Handler: { } handler } => ByHandlerAsync(handler, attempt),
        _ => attempt(),
    };

    async Task<T> ByPolicyAsync<T>(RetryPolicy policy, Func<Task<T>> attempt)
    {
        var began = now;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure)
            {
                if (attempts >= policy.MaxNumberOfAttempts || !IsRetriable(failure) || !InTime(policy, began)) throw;
                if (policy.ShouldRetry?.Invoke(failure.FailureDetails) == false) throw;
                await CreateTimer(now + DelayAfter(policy, attempts), CancellationToken.None);
            }
        }
    }

    async Task<T> ByHandlerAsync<T>(AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var began = now;
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failure) when (IsRetriable(failure))
            {
                if (!await handler(new RetryContext(this, attempts, failure.FailureDetails, now - began, CancellationToken.None))) throw;
            }
        }
    }

    bool InTime(RetryPolicy policy, DateTime began) => policy.RetryTimeout == Timeout.InfiniteTimeSpan || now - began < policy.RetryTimeout;

    static TimeSpan DelayAfter(RetryPolicy policy, int attempts)
    {
        var delay = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return delay < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(delay) : longest;
    }

    /// <summary>A task that nobody registered will not be there at the next attempt either.</summary>
    static bool IsRetriable(TaskFailedException failure) => failure.FailureDetails.ErrorType is not (TaskErrors.ActivityNotFound or TaskErrors.OrchestratorNotFound);
}
