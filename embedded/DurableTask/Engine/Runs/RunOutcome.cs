using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>Where a run stands at the end of a turn.</summary>
internal abstract record RunOutcome
{
    /// <summary>It waits for something durable.</summary>
    public sealed record Waiting : RunOutcome
    {
        public static readonly Waiting Instance = new();
    }

    /// <summary>It has ended.</summary>
    public sealed record Ended(RunEnded Event) : RunOutcome;

    /// <summary>It begins anew, with the events that nobody took.</summary>
    public sealed record ContinuedAsNew(string? Input, IReadOnlyList<EventRaised> Preserved) : RunOutcome;
}
