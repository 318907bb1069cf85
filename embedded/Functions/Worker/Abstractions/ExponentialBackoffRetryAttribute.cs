namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries after delays that double from the minimum to the maximum, each written <c>hh:mm:ss</c>.</summary>
/// <exception cref="ArgumentOutOfRangeException">An interval is no time span or negative, or the minimum exceeds the maximum.</exception>
public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        if (!TimeSpan.TryParse(minimumInterval, out var minimum) || minimum < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(minimumInterval), minimumInterval, "Write the interval as hh:mm:ss, zero or more.");
        if (!TimeSpan.TryParse(maximumInterval, out var maximum) || maximum < minimum)
            throw new ArgumentOutOfRangeException(nameof(maximumInterval), maximumInterval, "Write the interval as hh:mm:ss, not below the minimum.");

        MaxRetryCount = maxRetryCount;
        MinimumInterval = minimumInterval;
        MaximumInterval = maximumInterval;
    }

    public string MinimumInterval { get; }

    public string MaximumInterval { get; }
}
