using Microsoft.DurableTask;
using NodaTime;

namespace Samkjop.Orchestrations;

/// <summary>Reading the clock of an orchestration.</summary>
public static class OrchestrationClock
{
    /// <summary>Now, by the orchestration's clock, which tells the same when it is replayed.</summary>
    public static Instant Now(this TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Instant.FromDateTimeUtc(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));
    }
}
