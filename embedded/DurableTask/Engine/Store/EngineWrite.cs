using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Tracing;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>
/// A write of the engine: rows inside the transaction, effects in memory only after it. May run twice when its group
/// had to be rolled back, and then begins from nothing.
/// </summary>
internal abstract class EngineWrite(DurableEngine engine) : WriteOperation
{
    readonly List<(Instance Target, Message? Message)> outgoing = [];
    readonly List<Instance> opened = [];
    readonly List<(Instance Instance, RunEnded How)> closed = [];
    readonly List<Instance> openedBefore = [];

    public sealed override bool NeedsSavepoint => false;

    protected DurableEngine Engine => engine;

    /// <summary>The instant of the write, business time.</summary>
    protected virtual DateTime At { get; } = engine.Now;

    public sealed override void Execute(SqliteSession session)
    {
        outgoing.Clear();
        openedBefore.AddRange(opened);
        opened.Clear();
        foreach (var (instance, _) in closed) instance.ClosedBy = null;
        closed.Clear();
        Store(session);
    }

    public sealed override void Committed()
    {
        Stored();
        foreach (var (instance, how) in closed)
        {
            engine.Directory.Remove(instance);
            engine.Cache.Remove(instance);
            if (EngineTracing.IsOn && instance.TraceOf(instance.Generation) is { } run) EngineTracing.TellRun(instance, run, how.Status.ToString(), ErrorOf(how), At);
            instance.Close(how, At);
        }

        foreach (var (target, message) in outgoing)
        {
            if (message is { } arriving) engine.Deliver(target, arriving);
            else engine.Launch(target);
        }

        Done();
    }

    public sealed override void Failed(Exception exception)
    {
        foreach (var instance in opened.Concat(openedBefore)) engine.Directory.Remove(instance);
        foreach (var (instance, _) in closed) instance.ClosedBy = null;
        NotStored(exception);
    }

    protected abstract void Store(SqliteSession session);

    /// <summary>Effects of its own, before those of the rows below.</summary>
    protected virtual void Stored()
    {
    }

    /// <summary>Tells whoever asked.</summary>
    protected abstract void Done();

    protected abstract void NotStored(Exception exception);

    protected bool IsOpen(Instance? instance) => instance is not null && (instance.ClosedBy is null || instance.ClosedBy == this);

    protected Instance Open(SqliteSession session, InstanceRow row)
    {
        session.InsertInstance(row);
        Instance instance = new(row, engine);
        engine.Directory.Add(instance);
        opened.Add(instance);
        outgoing.Add((instance, null));
        KeepPlace(session, instance.Number);
        return instance;
    }

    /// <summary>On a virtual clock an orchestration that has yet to begin keeps its place among what became durable, as an empty turn.</summary>
    protected void KeepPlace(SqliteSession session, long number)
    {
        if (engine.Scheduler.IsVirtual) session.AppendHistory(engine.NextSequence(), number, []);
    }

    /// <summary>Notes in memory that an orchestration ends with this write, and tells the one that called it.</summary>
    protected void End(SqliteSession session, Instance instance, RunEnded how)
    {
        instance.ClosedBy = this;
        closed.Add((instance, how));
        if (instance.Parent is not { } link || engine.Directory.Find(link.Number) is not { ClosedBy: null } parent) return;
        HistoryEvent answer = how.Status == OrchestrationRuntimeStatus.Completed
            ? new ChildCompleted(link.TaskId, how.Output)
            : new ChildFailed(link.TaskId, how.Failure ?? new TaskFailureDetails("Terminated", $"Sub-orchestration '{instance.Id}' was terminated.", null, null, null));
        Send(session, parent, answer, link.Generation);
    }

    protected void Send(SqliteSession session, Instance target, HistoryEvent happened, int? generation = null)
        => outgoing.Add((target, Keep(session, target, happened, generation)));

    /// <summary>Stores a message; the caller delivers it.</summary>
    protected Message Keep(SqliteSession session, Instance target, HistoryEvent happened, int? generation = null)
    {
        var sequence = engine.NextSequence();
        using HistoryWriter writer = new();
        writer.Write(happened);
        session.InsertMessage(sequence, target.Number, generation, writer.Written);
        target.StoredMessages++;
        return new Message(happened, generation, sequence);
    }

    static string? ErrorOf(RunEnded how) => how.Status == OrchestrationRuntimeStatus.Completed ? null : how.Failure?.ErrorType ?? how.Status.ToString();

    /// <summary>Stores that an orchestration was ended from outside.</summary>
    protected void Terminate(SqliteSession session, Instance instance, string? output)
    {
        RunEnded how = new(OrchestrationRuntimeStatus.Terminated, output, null);
        using HistoryWriter writer = new();
        writer.Write(new TurnStarted(At));
        writer.Write(how);
        session.AppendHistory(engine.NextSequence(), instance.Number, writer.Written);
        session.SetStatus(instance.Number, how.Status, At);
        if (instance.StoredMessages > 0) session.DeleteMessagesOf(instance.Number);
        End(session, instance, how);
    }
}

/// <summary>A write that somebody awaits.</summary>
internal abstract class EngineWrite<T>(DurableEngine engine) : EngineWrite(engine)
{
    readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Task => done.Task;

    protected T Answer { get; set; } = default!;

    protected sealed override void Done() => done.TrySetResult(Answer);

    protected sealed override void NotStored(Exception exception) => done.TrySetException(exception);
}
