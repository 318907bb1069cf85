using System.Collections.Concurrent;

namespace Samkjop.Embedded.DurableTask.Instances;

/// <summary>The orchestrations that have not ended. The writer thread adds and removes, so that its view is that of the store.</summary>
internal sealed class InstanceDirectory
{
    readonly ConcurrentDictionary<string, Instance> byId = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<long, Instance> byNumber = new();

    public IEnumerable<Instance> All => byNumber.Values.OrderBy(instance => instance.Number);

    public Instance? Find(string id) => byId.GetValueOrDefault(id);

    public Instance? Find(long number) => byNumber.GetValueOrDefault(number);

    public void Add(Instance instance)
    {
        byId[instance.Id] = instance;
        byNumber[instance.Number] = instance;
    }

    public void Remove(Instance instance)
    {
        byId.TryRemove(new KeyValuePair<string, Instance>(instance.Id, instance));
        byNumber.TryRemove(instance.Number, out _);
    }
}
