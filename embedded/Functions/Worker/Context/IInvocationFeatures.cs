namespace Microsoft.Azure.Functions.Worker;

/// <summary>What parts of the host and middleware leave for each other during one invocation, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    public void Set<T>(T instance);

    public T? Get<T>();
}
