using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Runs;
using Samkjop.Embedded.DurableTask.Tracing;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>One turn: what it took in, what it decided and where it stands, in one transaction; its effects come after.</summary>
internal sealed class TurnWrite(DurableEngine engine, Instance instance, Turn turn) : EngineWrite(engine)
{
    readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    List<Message> preserved = [];
    bool discarded;

    public Task Task => done.Task;

    protected override DateTime At => turn.At;

    protected override void Store(SqliteSession session)
    {
        discarded = !IsOpen(instance);
        if (discarded) return;
        foreach (var message in turn.Messages)
        {
            if (message.Sequence != 0) session.DeleteMessage(message.Sequence);
        }

        if (turn.Outcome is RunOutcome.ContinuedAsNew anew)
        {
            session.BeginAnew(instance.Number, instance.Generation + 1, anew.Input, turn.At);
            preserved = [.. anew.Preserved.Select(kept => Keep(session, instance, kept))];
        }
        else if (turn.Happened.Length > 0)
        {
            session.AppendHistory(Engine.NextSequence(), instance.Number, turn.Happened.Written);
        }

        if (turn.CustomStatus != instance.CustomStatus) session.SetCustomStatus(instance.Number, turn.CustomStatus);
        foreach (var decision in turn.Decisions)
        {
            if (decision is ChildScheduled child) StartChild(session, child);
            else if (decision is EventSent sent && Engine.Directory.Find(sent.InstanceId) is { } target && IsOpen(target)) Send(session, target, new EventRaised(sent.Name, sent.Payload));
        }

        if (turn.Outcome is RunOutcome.Ended ended)
        {
            session.SetStatus(instance.Number, ended.Event.Status, turn.At);
            if (instance.StoredMessages > turn.StoredMessages) session.DeleteMessagesOf(instance.Number);
            End(session, instance, ended.Event);
        }
        else if (instance.StoredAsPending)
        {
            session.SetStatus(instance.Number, OrchestrationRuntimeStatus.Running, turn.At);
        }

        if (turn.Outcome is RunOutcome.ContinuedAsNew) KeepPlace(session, instance.Number);
    }

    protected override void Stored()
    {
        if (discarded) return;
        if (instance.HistoryEvents == 0) instance.Began = turn.At;
        if (EngineTracing.IsOn && instance.TraceOf(instance.Generation) is { } trace) Tell(trace);
        instance.StoredMessages -= turn.StoredMessages;
        instance.StoredAsPending = false;
        instance.LastUpdated = turn.At;
        instance.CustomStatus = turn.CustomStatus;
        instance.HistoryEvents += turn.EventCount;
        if (!instance.Started)
        {
            instance.Started = true;
            instance.Signals.Start();
        }

        foreach (var message in turn.Messages)
        {
            if (message.Event is TimerFired fired) instance.Timers.Remove(fired.Id);
        }

        Engine.Options.TurnStored?.Invoke(Engine, instance.Id);
        var ended = turn.Outcome is RunOutcome.Ended;
        foreach (var decision in turn.Decisions) Engine.Effect(instance, decision, ended);
        if (turn.Outcome is RunOutcome.ContinuedAsNew anew) BeginAnew(anew);
    }

    protected override void Done()
    {
        turn.Happened.Dispose();
        Engine.EndTurn(instance);
        done.TrySetResult();
    }

    protected override void NotStored(Exception exception)
    {
        turn.Happened.Dispose();
        Engine.RetryTurn(instance, turn.Messages, exception);
        done.TrySetResult();
    }

    void Tell(RunTrace trace)
    {
        foreach (var answer in turn.Answered) EngineTracing.Tell(instance, trace, answer, turn.At);
        foreach (var sent in turn.Decisions.OfType<EventSent>()) EngineTracing.Tell(instance, trace, sent, turn.At);
        if (turn.Outcome is RunOutcome.ContinuedAsNew) EngineTracing.TellRun(instance, trace, "ContinuedAsNew", null, turn.At);
    }

    void BeginAnew(RunOutcome.ContinuedAsNew anew)
    {
        instance.Generation++;
        instance.Input = anew.Input;
        instance.HasInput = true;
        instance.Run = null;
        instance.HistoryEvents = 0;
        foreach (var timer in instance.Timers.Values) timer.Dispose();
        instance.Timers.Clear();
        instance.PutBack([new Message(RunStarted.Instance, instance.Generation), .. preserved]);
    }

    void StartChild(SqliteSession session, ChildScheduled child)
    {
        ParentLink link = new(instance.Number, instance.Generation, child.Id, instance.Id, instance.Name);
        if (session.FindInstance(child.InstanceId) is { } existing)
        {
            if (!existing.HasEnded && !child.IdIsGenerated)
            {
                TaskFailureDetails inUse = new(typeof(InvalidOperationException).FullName!, $"Sub-orchestration '{child.Name}' was not started: an orchestration with the id '{child.InstanceId}' has not ended. It goes on; use another id, or wait for it.", null, null, null);
                Send(session, instance, new ChildFailed(child.Id, inUse), instance.Generation);
                return;
            }

            // A generated id comes again when its parent was replaced, or began anew, at the very same instant.
            if (Engine.Directory.Find(existing.Number) is { } orphan && IsOpen(orphan)) Terminate(session, orphan, null);
            session.DeleteInstance(existing.Number);
        }

        InstanceRow row = new(Engine.NextNumber(), child.InstanceId, child.Name, OrchestrationRuntimeStatus.Running, turn.At, turn.At, 0, null, link, child.Tags, child.Input, null);
        Open(session, row with { Trace = instance.TraceOf(instance.Generation)?.Call(child.Id) });
    }
}
