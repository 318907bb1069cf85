using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Runs;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.DurableTask.Tracing;
using Samkjop.Embedded.Runtime;

namespace Samkjop.Embedded.DurableTask;

/// <summary>The engine at work: messages lead to turns, stored turns to effects, effects to messages.</summary>
public sealed partial class DurableEngine
{
    static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    internal long NextNumber() => Interlocked.Increment(ref lastNumber);

    internal long NextSequence() => Interlocked.Increment(ref lastSequence);

    internal void Deliver(Instance target, Message message)
    {
        if (hostile is null) target.Deliver(message);
        else hostile.Deliver(target, message);
    }

    /// <summary>Sets a new orchestration going, at its time if it has one.</summary>
    internal void Launch(Instance instance)
    {
        Message start = new(RunStarted.Instance, instance.Generation);
        if (instance.StartAt is { } later && later > Now) instance.Timers[0] = Scheduler.PostAt(new DateTimeOffset(later), WorkKind.Timer, _ => Arrive(instance, start));
        else instance.Deliver(start);
    }

    internal void Dropped(string eventName, string instanceId) => EngineLog.EventDropped(logger, eventName, instanceId);

    internal void PostTurn(Instance instance)
    {
        busy.Enter();
        turnGate.Enter(instance.EnterTurn);
    }

    internal void BeginTurn(Instance instance) => Scheduler.Post(WorkKind.Turn, instance.BeginTurn);

    internal Task TakeTurnAsync(Instance instance)
    {
        Turn? turn;
        try
        {
            turn = turns.Compute(instance, Now, what => Deliver(instance, new Message(new ForeignStep(what))));
        }
        catch (SqliteException exception)
        {
            turnGate.Leave();
            RetryTurn(instance, [], exception);
            return Task.CompletedTask;
        }

        turnGate.Leave();
        if (turn is null)
        {
            EndTurn(instance);
            return Task.CompletedTask;
        }

        TurnWrite write = new(this, instance, turn);
        try
        {
            File.Write(write);
        }
        catch (ObjectDisposedException)
        {
            busy.Leave();
            return Task.CompletedTask;
        }

        return write.Task;
    }

    internal void EndTurn(Instance instance)
    {
        if (Options.ReplayEveryTurn) InstanceCache.Forget(instance);
        else if (!instance.IsClosed) Cache.Touch(instance);
        instance.EndTurn();
        busy.Leave();
    }

    /// <summary>Takes back a turn that could not be stored, and tries again later.</summary>
    internal void RetryTurn(Instance instance, List<Message> messages, Exception exception)
    {
        EngineLog.TurnNotStored(logger, instance.Id, RetryDelay, exception);
        InstanceCache.Forget(instance);
        instance.PutBack(messages);
        Scheduler.PostAt(Scheduler.Clock.GetUtcNow() + RetryDelay, WorkKind.Turn, _ =>
        {
            instance.EndTurn();
            return Task.CompletedTask;
        });
        busy.Leave();
    }

    /// <summary>Does what a stored turn decided.</summary>
    internal void Effect(Instance instance, HistoryEvent decision, bool ended)
    {
        switch (decision)
        {
            case TaskScheduled task: PostActivity(instance, task, instance.Generation); break;
            case TimerCreated timer when !ended: PostTimer(instance, timer); break;
            case TimerCancelled cancelled when instance.Timers.Remove(cancelled.Id, out var timer): timer.Dispose(); break;
            default: break; // Sub-orchestrations and events went out with the write.
        }
    }

    internal void PostTimer(Instance instance, TimerCreated timer)
    {
        Message fired = new(new TimerFired(timer.Id), instance.Generation);
        instance.Timers[timer.Id] = Scheduler.PostAt(new DateTimeOffset(timer.Due), WorkKind.Timer, _ => Arrive(instance, fired));
    }

    internal void PostActivity(Instance instance, TaskScheduled task, int generation)
    {
        busy.Enter();
        activityGate.Enter(() => Scheduler.Post(WorkKind.Activity, _ => RunActivityAsync(instance, task, generation, answer: true)));
    }

    async Task RunActivityAsync(Instance instance, TaskScheduled task, int generation, bool answer)
    {
        activitiesRunning.Enter();
        try
        {
            if (Volatile.Read(ref stopping)) return;
            var span = EngineTracing.Run(instance, generation, task, Now);
            var result = await activities.RunAsync(instance.Id, task);
            if (result is TaskFailed failed) span?.SetStatus(ActivityStatusCode.Error, failed.Details.ErrorType);
            EngineTracing.End(span, Now);
            if (!answer) return;
            await Arrive(instance, new Message(result, generation));
            if (Dice?.Roll(Options.Hostile!.RepeatActivity) != true) return;
            busy.Enter();
            activityGate.Enter(() => Scheduler.Post(WorkKind.Activity, _ => RunActivityAsync(instance, task, generation, answer: false)));
        }
        finally
        {
            activityGate.Leave();
            activitiesRunning.Leave();
            busy.Leave();
        }
    }

    /// <summary>
    /// Delivers what is not stored. On a virtual clock the turn belongs to the same piece of work, so that a kill finds
    /// either both done or neither, and the order of the rest stays what it was.
    /// </summary>
    Task Arrive(Instance instance, Message message)
    {
        if (!Scheduler.IsVirtual || hostile is not null)
        {
            Deliver(instance, message);
            return Task.CompletedTask;
        }

        if (!instance.TryClaimTurn(message)) return Task.CompletedTask;
        busy.Enter();
        turnGate.Enter(static () => { });
        return TakeTurnAsync(instance);
    }
}
