using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Tracing;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>A turn that was computed and is to be stored.</summary>
/// <param name="At">Its time, UTC.</param>
/// <param name="Messages">What it took in.</param>
/// <param name="Happened">What goes into the history, as bytes.</param>
/// <param name="EventCount">How many events that is.</param>
/// <param name="Decisions">What it decided.</param>
/// <param name="Outcome">Where the run stands.</param>
/// <param name="CustomStatus">The custom status from now on.</param>
internal sealed record Turn(
    DateTime At,
    List<Message> Messages,
    HistoryWriter Happened,
    int EventCount,
    IReadOnlyList<HistoryEvent> Decisions,
    RunOutcome Outcome,
    string? CustomStatus)
{
    /// <summary>Which calls and timers came to their end; noted while somebody listens only.</summary>
    public IReadOnlyList<Answered> Answered { get; init; } = [];

    public int StoredMessages { get; } = Messages.Count(message => message.Sequence != 0);
}
