using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Store;

namespace Samkjop.Embedded.DurableTask;

/// <summary>What the history of an orchestration leaves open. Places are sequence and index, the order of becoming durable.</summary>
internal sealed class UnfinishedInstance
{
    DateTime? firstTurn;
    DateTime lastTurn;

    UnfinishedInstance(InstanceRow row) => Row = row;

    public InstanceRow Row { get; }

    public Instance? Instance { get; private set; }

    public Dictionary<int, ((long Sequence, int Index) Place, TaskScheduled Task)> Tasks { get; } = [];

    public Dictionary<int, ((long Sequence, int Index) Place, TimerCreated Timer)> Timers { get; } = [];

    /// <summary>Where an orchestration that has yet to begin stands; last, by number, when no place was kept.</summary>
    public (long Sequence, int Index) Beginning { get; private set; }

    public int Events { get; private set; }

    public static UnfinishedInstance Read(InstanceRow row, List<(long Sequence, byte[] Events)> history)
    {
        UnfinishedInstance found = new(row) { Beginning = history is [var (first, _), ..] ? (first, 0) : (long.MaxValue, 0) };
        foreach (var (sequence, events) in history)
        {
            var index = 0;
            foreach (var happened in HistoryReader.ReadAll(events)) found.Note(happened, (sequence, index++));
        }

        return found;
    }

    public Instance CreateInstance(DurableEngine engine)
    {
        Instance = new Instance(Row, engine) { HistoryEvents = Events, Started = Events > 0, Began = firstTurn };
        if (Events == 0) return Instance;
        Instance.LastUpdated = lastTurn;
        Instance.Signals.Start();
        return Instance;
    }

    void Note(HistoryEvent happened, (long Sequence, int Index) place)
    {
        Events++;
        switch (happened)
        {
            case TurnStarted turn:
                firstTurn ??= turn.At;
                lastTurn = turn.At;
                break;
            case TaskScheduled task: Tasks[task.Id] = (place, task); break;
            case TaskCompleted task: Tasks.Remove(task.Id); break;
            case TaskFailed task: Tasks.Remove(task.Id); break;
            case TimerCreated timer: Timers[timer.Id] = (place, timer); break;
            case TimerCancelled timer: Timers.Remove(timer.Id); break;
            case TimerFired timer: Timers.Remove(timer.Id); break;
            default: break;
        }
    }
}
