namespace Microsoft.Azure.Functions.Worker;

/// <summary>Base of the retry policies of timer and change-feed functions.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    public RetryAttribute()
    {
    }

    /// <summary>Tries after the first one; -1 for no limit.</summary>
    public int MaxRetryCount { get; set; }
}
