using Samkjop.Embedded.DurableTask.History;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>What the code decides: noted in a new turn, compared with the history in a replayed one.</summary>
internal sealed partial class OrchestrationRun
{
    readonly List<HistoryEvent> actions = [];
    Queue<HistoryEvent>? expected;
    int eventsSoFar;

    /// <summary>What the last turn decided, in order.</summary>
    public IReadOnlyList<HistoryEvent> Actions => actions;

    /// <summary>Runs the code over the stored turns.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">The code did something else; the message names the first difference.</exception>
    public void Replay(IEnumerable<IReadOnlyList<HistoryEvent>> turns)
    {
        foreach (var turn in turns) ReplayTurn(turn);
        expected = null;
        if (fatal is not null) throw new NonDeterministicOrchestrationException(fatal.ErrorMessage);
        if (main is { IsCompleted: true } && pending.Count + timers.Count == 0) throw Departed($"the history goes on after event #{eventsSoFar}, but the code had come to its end");
    }

    void ReplayTurn(IReadOnlyList<HistoryEvent> turn)
    {
        List<HistoryEvent> arrived = [];
        expected = new Queue<HistoryEvent>();
        var decided = 0;
        foreach (var happened in turn)
        {
            if (happened is TurnStarted started) now = started.At;
            else if (!IsDecision(happened)) arrived.Add(happened);
            else if (happened is not TimerCancelled) expected.Enqueue(happened);
            if (IsDecision(happened)) decided++;
        }

        eventsSoFar += turn.Count - decided;
        TakeIn(arrived);
        if (fatal is null && expected.TryPeek(out var missed)) Fail(Departed($"expected event #{eventsSoFar + 1} {Describe(missed)}, but the code did nothing more in that turn"));
        eventsSoFar += turn.Count(happened => happened is TimerCancelled);
    }

    /// <summary>Notes or compares a decision; false when the run has failed and goes no further.</summary>
    bool Decide(HistoryEvent decision)
    {
        if (fatal is not null) return false;
        if (expected is null)
        {
            actions.Add(decision);
            return true;
        }

        if (decision is TimerCancelled) return true;
        eventsSoFar++;
        if (expected.TryDequeue(out var recorded))
        {
            if (IsSame(recorded, decision)) return true;
            Fail(Departed($"expected event #{eventsSoFar} {Describe(recorded)}, but the code did {Describe(decision)}"));
        }
        else
        {
            Fail(Departed($"expected no more decisions in the turn that ended before event #{eventsSoFar}, but the code did {Describe(decision)}"));
        }

        return false;
    }

    NonDeterministicOrchestrationException Departed(string difference) => new(
        $"The replay of orchestration '{InstanceId}' ({Name}) departs from its history: {difference}. The history is kept. Run the code that wrote it, or start the orchestration anew.");

    static bool IsDecision(HistoryEvent happened) => happened is TaskScheduled or TimerCreated or TimerCancelled or ChildScheduled or EventSent;

    static bool IsSame(HistoryEvent recorded, HistoryEvent decision) => (recorded, decision) switch
    {
        (TaskScheduled left, TaskScheduled right) => SameName(left.Name, right.Name),
        (ChildScheduled left, ChildScheduled right) => SameName(left.Name, right.Name) && left.InstanceId == right.InstanceId,
        (TimerCreated, TimerCreated) => true,
        (EventSent left, EventSent right) => SameName(left.Name, right.Name) && left.InstanceId == right.InstanceId,
        _ => false,
    };

    static bool SameName(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    static string Describe(HistoryEvent happened) => happened switch
    {
        TaskScheduled task => $"{nameof(TaskScheduled)} '{task.Name}'",
        ChildScheduled child => $"SubOrchestrationScheduled '{child.Name}' ({child.InstanceId})",
        TimerCreated timer => $"{nameof(TimerCreated)} (due {timer.Due:O})",
        EventSent sent => $"{nameof(EventSent)} '{sent.Name}' to '{sent.InstanceId}'",
        _ => happened.GetType().Name,
    };
}
