namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which try this is: 0 for the first.</summary>
public abstract class RetryContext
{
    protected RetryContext()
    {
    }

    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}
