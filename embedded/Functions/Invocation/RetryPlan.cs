using Microsoft.Azure.Functions.Worker;

namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>When a failed timer or change-feed function is tried again.</summary>
internal sealed record RetryPlan(int MaxRetryCount, TimeSpan Minimum, TimeSpan Maximum)
{
    public static RetryPlan? From(RetryAttribute? attribute) => attribute switch
    {
        FixedDelayRetryAttribute f => new RetryPlan(f.MaxRetryCount, TimeSpan.Parse(f.DelayInterval), TimeSpan.Parse(f.DelayInterval)),
        ExponentialBackoffRetryAttribute e => new RetryPlan(e.MaxRetryCount, TimeSpan.Parse(e.MinimumInterval), TimeSpan.Parse(e.MaximumInterval)),
        _ => null,
    };

    /// <summary>The wait before the next try after <paramref name="attempt"/> (0 the first) failed; null when no more follow.</summary>
    public TimeSpan? DelayAfter(int attempt)
    {
        if (MaxRetryCount >= 0 && attempt >= MaxRetryCount)
            return null;

        var doubled = Minimum.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 30));
        return TimeSpan.FromMilliseconds(Math.Min(doubled, Maximum.TotalMilliseconds));
    }
}
