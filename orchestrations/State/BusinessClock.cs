using NodaTime;

namespace Samkjop.State;

/// <summary>Reading the business clock.</summary>
public static class BusinessClock
{
    /// <summary>Now, by the business clock.</summary>
    public static Instant Now(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Instant.FromDateTimeOffset(clock.GetUtcNow());
    }
}
