using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask;

/// <summary>
/// What a store holds of orchestrations that have not ended: calls without an answer, timers, messages and beginnings.
/// They are taken up in the order in which they became durable, so that a rehearsal that was killed goes on as it would have.
/// </summary>
internal sealed class Recovery
{
    readonly List<UnfinishedInstance> unfinished = [];
    readonly List<(long Number, Message Message)> messages = [];

    public long LastNumber { get; private init; }

    public long LastSequence { get; private init; }

    public static Recovery Load(SqliteSession session)
    {
        Recovery found = new()
        {
            LastNumber = session.Scalar<long>("SELECT max(no) FROM dt_instance"),
            LastSequence = Math.Max(session.Scalar<long>("SELECT max(seq) FROM dt_history"), session.Scalar<long>("SELECT max(seq) FROM dt_message")),
        };
        var traces = session.Traces();
        foreach (var row in session.UnfinishedInstances())
        {
            var traced = traces.TryGetValue(row.Number, out var trace) ? row with { Trace = trace } : row;
            found.unfinished.Add(UnfinishedInstance.Read(traced, session.NumberedHistory(row.Number)));
        }

        found.messages.AddRange(session.Query(
            "SELECT seq, instance, generation, event FROM dt_message ORDER BY seq",
            row => (row.Int64(1), new Message(new HistoryReader(row.Blob(3)).Read(), (int?)row.Int64OrNull(2), row.Int64(0)))));
        return found;
    }

    public void Resume(DurableEngine engine, ILogger logger)
    {
        foreach (var entry in unfinished) engine.Directory.Add(entry.CreateInstance(engine));
        foreach (var (_, begin) in Beginnings(engine).Concat(Calls(engine)).Concat(Arrivals(engine)).OrderBy(step => step.Place)) begin();
        if (unfinished.Count > 0) EngineLog.Recovered(logger, unfinished.Count, unfinished.Sum(entry => entry.Tasks.Count), unfinished.Sum(entry => entry.Timers.Count), messages.Count);
    }

    IEnumerable<((long Sequence, int Index) Place, Action Begin)> Beginnings(DurableEngine engine) => unfinished
        .Where(entry => entry.Events == 0)
        .Select(entry => (entry.Beginning, (Action)(() => engine.Launch(entry.Instance!))));

    IEnumerable<((long Sequence, int Index) Place, Action Begin)> Calls(DurableEngine engine) => unfinished.SelectMany(entry =>
    {
        var instance = entry.Instance!;
        return entry.Tasks.Values.Select(call => (call.Place, (Action)(() => engine.PostActivity(instance, call.Task, instance.Generation))))
            .Concat(entry.Timers.Values.Select(call => (call.Place, (Action)(() => engine.PostTimer(instance, call.Timer)))));
    });

    IEnumerable<((long Sequence, int Index) Place, Action Begin)> Arrivals(DurableEngine engine)
    {
        foreach (var (number, message) in messages)
        {
            if (engine.Directory.Find(number) is not { } target) continue;
            target.StoredMessages++;
            yield return ((message.Sequence, 0), () => target.Deliver(message));
        }
    }
}
