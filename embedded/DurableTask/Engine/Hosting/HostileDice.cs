namespace Samkjop.Embedded.DurableTask;

/// <summary>The dice of <see cref="HostileMode"/>.</summary>
internal sealed class HostileDice(HostileMode mode)
{
    readonly Lock gate = new();
#pragma warning disable CA5394 // Mischief, not secrets; it has to be the same again for the same seed.
    readonly Random random = new(mode.Seed);

    public bool Roll(double chance)
    {
        lock (gate) return random.NextDouble() < chance;
    }

    public int Below(int limit)
    {
        lock (gate) return random.Next(limit);
    }
#pragma warning restore CA5394
}
