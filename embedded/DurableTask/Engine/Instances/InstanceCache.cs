namespace Samkjop.Embedded.DurableTask.Instances;

/// <summary>Bounds how many runs stay in memory: those used longest ago are dropped and come back by replay.</summary>
internal sealed class InstanceCache(int most)
{
    readonly Lock gate = new();
    readonly LinkedList<Instance> byUse = new();

    public void Touch(Instance instance)
    {
        lock (gate)
        {
            if (instance.Place is { } place) byUse.Remove(place);
            instance.Place = byUse.AddLast(instance);
            var oldest = byUse.First;
            while (byUse.Count > most && oldest is not null && oldest.Value != instance)
            {
                var following = oldest.Next;
                var resting = oldest.Value;
                if (resting.TryRest(() => Forget(resting)))
                {
                    byUse.Remove(oldest);
                    resting.Place = null;
                }

                oldest = following;
            }
        }
    }

    public void Remove(Instance instance)
    {
        lock (gate)
        {
            if (instance.Place is { } place) byUse.Remove(place);
            instance.Place = null;
        }
    }

    public static void Forget(Instance instance)
    {
        instance.Run = null;
        instance.Input = null;
        instance.HasInput = false;
    }
}
