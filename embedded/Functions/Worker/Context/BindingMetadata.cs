namespace Microsoft.Azure.Functions.Worker;

/// <summary>One binding of a function: its parameter, its type such as <c>httpTrigger</c>, its direction.</summary>
public abstract class BindingMetadata
{
    protected BindingMetadata()
    {
    }

    public abstract string Name { get; }

    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
