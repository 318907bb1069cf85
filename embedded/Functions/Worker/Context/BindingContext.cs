namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger told beside its value: route values, message id, instance id.</summary>
public abstract class BindingContext
{
    protected BindingContext()
    {
    }

    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
