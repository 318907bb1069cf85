namespace Samkjop.Embedded.DurableTask.Instances;

/// <summary>Bounds how many runs stay in memory: those used longest ago are dropped and come back by replay.</summary>
internal sealed class InstanceCache(int most)
{
    /// <summary>Under a backlog nearly all are busy: looking through them at each turn would cost more than the turns.</summary>
    const int TriesPerTouch = 2;

    readonly Lock gate = new();
    readonly LinkedList<Instance> byUse = new();

    public void Touch(Instance instance)
    {
        lock (gate)
        {
            if (instance.Place is { } place) byUse.Remove(place);
            instance.Place = byUse.AddLast(instance);
            for (var tries = 0; byUse.Count > most && tries < TriesPerTouch; tries++) DropOldest();
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

    /// <summary>Drops the one used longest ago; one that has a turn to take goes to the end of the line instead.</summary>
    void DropOldest()
    {
        var place = byUse.First!;
        var oldest = place.Value;
        byUse.Remove(place);
        if (oldest.TryRest(() => Forget(oldest))) oldest.Place = null;
        else byUse.AddLast(place);
    }

    public static void Forget(Instance instance)
    {
        instance.Run = null;
        instance.Input = null;
        instance.HasInput = false;
    }
}
