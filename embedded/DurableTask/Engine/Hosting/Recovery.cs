using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask;

/// <summary>What a store holds of orchestrations that have not ended: their calls without an answer, their timers and their messages.</summary>
internal sealed class Recovery
{
    readonly List<Unfinished> unfinished = [];
    readonly List<(long Number, Message Message)> messages = [];

    public long LastNumber { get; private init; }

    public long LastMessage { get; private init; }

    public static Recovery Load(SqliteSession session)
    {
        Recovery found = new()
        {
            LastNumber = session.Scalar<long>("SELECT max(no) FROM dt_instance"),
            LastMessage = session.Scalar<long>("SELECT max(seq) FROM dt_message"),
        };
        foreach (var row in session.UnfinishedInstances()) found.unfinished.Add(Read(row, session.History(row.Number)));
        found.messages.AddRange(session.Query(
            "SELECT seq, instance, generation, event FROM dt_message ORDER BY seq",
            row => (row.Int64(1), new Message(new HistoryReader(row.Blob(3)).Read(), (int?)row.Int64OrNull(2), row.Int64(0)))));
        return found;
    }

    public void Resume(DurableEngine engine, ILogger logger)
    {
        foreach (var entry in unfinished)
        {
            entry.Instance = new Instance(entry.Row, engine) { HistoryEvents = entry.Events, Started = entry.Events > 0 };
            if (entry.Events > 0)
            {
                entry.Instance.LastUpdated = entry.LastTurn;
                entry.Instance.Signals.Start();
            }

            engine.Directory.Add(entry.Instance);
        }

        foreach (var entry in unfinished)
        {
            var instance = entry.Instance!;
            if (entry.Events == 0) engine.Launch(instance);
            foreach (var task in entry.Tasks.Values) engine.PostActivity(instance, task, instance.Generation);
            foreach (var timer in entry.Timers.Values) engine.PostTimer(instance, timer);
        }

        foreach (var (number, message) in messages)
        {
            if (engine.Directory.Find(number) is not { } target) continue;
            target.StoredMessages++;
            target.Deliver(message);
        }

        if (unfinished.Count > 0) EngineLog.Recovered(logger, unfinished.Count, unfinished.Sum(entry => entry.Tasks.Count), unfinished.Sum(entry => entry.Timers.Count), messages.Count);
    }

    static Unfinished Read(InstanceRow row, List<byte[]> history)
    {
        Unfinished entry = new(row);
        foreach (var happened in history.SelectMany(turn => HistoryReader.ReadAll(turn)))
        {
            entry.Events++;
            switch (happened)
            {
                case TurnStarted turn: entry.LastTurn = turn.At; break;
                case TaskScheduled task: entry.Tasks[task.Id] = task; break;
                case TaskCompleted task: entry.Tasks.Remove(task.Id); break;
                case TaskFailed task: entry.Tasks.Remove(task.Id); break;
                case TimerCreated timer: entry.Timers[timer.Id] = timer; break;
                case TimerCancelled timer: entry.Timers.Remove(timer.Id); break;
                case TimerFired timer: entry.Timers.Remove(timer.Id); break;
                default: break;
            }
        }

        return entry;
    }

    sealed class Unfinished(InstanceRow row)
    {
        public InstanceRow Row { get; } = row;

        public SortedDictionary<int, TaskScheduled> Tasks { get; } = [];

        public SortedDictionary<int, TimerCreated> Timers { get; } = [];

        public int Events { get; set; }

        public DateTime LastTurn { get; set; }

        public Instance? Instance { get; set; }
    }
}
