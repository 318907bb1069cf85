namespace Samkjop.Benchmarks.App;

/// <summary>The machine's clock as if it were another time now, so that a round that was planned for that time can be measured on it.</summary>
internal sealed class ShiftedClock(DateTimeOffset now) : TimeProvider
{
    private readonly TimeSpan _shift = now - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
}
