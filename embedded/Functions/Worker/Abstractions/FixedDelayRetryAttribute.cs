namespace Microsoft.Azure.Functions.Worker;

/// <summary>Retries after the same delay each time, written <c>hh:mm:ss</c>.</summary>
/// <exception cref="ArgumentOutOfRangeException">The delay is no time span, or negative.</exception>
public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        if (!TimeSpan.TryParse(delayInterval, out var delay) || delay < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(delayInterval), delayInterval, "Write the delay as hh:mm:ss, zero or more.");

        MaxRetryCount = maxRetryCount;
        DelayInterval = delayInterval;
    }

    public string DelayInterval { get; }
}
