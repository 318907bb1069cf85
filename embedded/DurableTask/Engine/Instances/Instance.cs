using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Runs;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.DurableTask.Tracing;

namespace Samkjop.Embedded.DurableTask.Instances;

/// <summary>
/// An orchestration that has not ended: its mailbox and, unless it was evicted, its run. One turn at a time;
/// what arrives meanwhile waits.
/// </summary>
internal sealed class Instance
{
    readonly Lock gate = new();
    readonly Queue<Message> mailbox = new();
    readonly Action postTurn;
    readonly ActivityContext? trace;
    bool turnPosted;
    bool launched;
    bool suspended;
    bool closed;

    public Instance(InstanceRow row, DurableEngine engine)
    {
        Number = row.Number;
        Id = row.Id;
        Name = row.Name;
        Parent = row.Parent;
        Generation = row.Generation;
        Created = row.Created;
        Tags = row.Tags;
        Input = row.Input;
        HasInput = true;
        CustomStatus = row.CustomStatus;
        LastUpdated = row.Updated;
        StartAt = row.StartAt;
        trace = row.Trace;
        StoredAsPending = row.Status == OrchestrationRuntimeStatus.Pending;
        suspended = row.Status == OrchestrationRuntimeStatus.Suspended;
        postTurn = () => engine.PostTurn(this);
        BeginTurn = _ => engine.TakeTurnAsync(this);
        EnterTurn = () => engine.BeginTurn(this);
    }

    public long Number { get; }

    public string Id { get; }

    public TaskName Name { get; }

    public ParentLink? Parent { get; }

    public DateTime Created { get; }

    public string? Tags { get; }

    public DateTime? StartAt { get; }

    /// <summary>The turn as work for the scheduler.</summary>
    public Func<CancellationToken, Task> BeginTurn { get; }

    /// <summary>Hands the turn to the scheduler when there is room.</summary>
    public Action EnterTurn { get; }

    public InstanceSignals Signals { get; } = new();

    public Dictionary<int, IDisposable> Timers { get; } = [];

    // What follows belongs to the turn.
    public int Generation { get; set; }

    public string? Input { get; set; }

    public bool HasInput { get; set; }

    public string? CustomStatus { get; set; }

    public DateTime LastUpdated { get; set; }

    public bool Started { get; set; }

    public OrchestrationRun? Run { get; set; }

    public int HistoryEvents { get; set; }

    /// <summary>When the run began, by its first turn that was stored.</summary>
    public DateTime? Began { get; set; }

    // What follows belongs to the writer thread.
    public bool StoredAsPending { get; set; }

    /// <summary>The write that ended or replaced this orchestration.</summary>
    public object? ClosedBy { get; set; }

    public int StoredMessages { get; set; }

    /// <summary>The place in the order of use; belongs to <see cref="InstanceCache"/>.</summary>
    public LinkedListNode<Instance>? Place { get; set; }

    public OrchestrationRuntimeStatus LiveStatus => IsSuspended
        ? OrchestrationRuntimeStatus.Suspended
        : Started ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Pending;

    public bool IsSuspended
    {
        get { lock (gate) return suspended; }
    }

    public bool IsClosed
    {
        get { lock (gate) return closed; }
    }

    public RunIdentity Identity => new(Name, Id, Parent?.Public, Input);

    /// <summary>Where the spans of a run belong; null when nobody listened as the orchestration was started.</summary>
    public RunTrace? TraceOf(int generation) => trace is { } parent ? RunTrace.Of(parent, Number, generation) : null;

    public void Deliver(Message message)
    {
        if (TryClaimTurn(message)) postTurn();
    }

    /// <summary>Takes a message in; true when the caller is to see to the turn that it leads to.</summary>
    public bool TryClaimTurn(Message message)
    {
        lock (gate)
        {
            if (closed) return false;
            if (message.Event is RunStarted) Launch(message);
            else mailbox.Enqueue(message);
            if (turnPosted || suspended || !(launched || Started)) return false;
            return turnPosted = true;
        }
    }

    /// <summary>What waits in the mailbox, for one turn.</summary>
    public List<Message> TakeMessages()
    {
        lock (gate)
        {
            List<Message> taken = new(mailbox.Count);
            while (!suspended && !closed && mailbox.TryDequeue(out var message)) taken.Add(message);
            return taken;
        }
    }

    /// <summary>Puts messages of a turn that was not stored back to where they were.</summary>
    public void PutBack(List<Message> messages)
    {
        lock (gate)
        {
            List<Message> later = [.. mailbox];
            mailbox.Clear();
            foreach (var message in messages.Concat(later)) mailbox.Enqueue(message);
        }
    }

    /// <summary>Ends a turn; posts the next one when something arrived meanwhile.</summary>
    public void EndTurn()
    {
        lock (gate)
        {
            turnPosted = mailbox.Count > 0 && !suspended && !closed;
            if (!turnPosted) return;
        }

        postTurn();
    }

    /// <summary>What arrived before the start waits behind it.</summary>
    void Launch(Message start)
    {
        List<Message> earlier = [.. mailbox];
        mailbox.Clear();
        mailbox.Enqueue(start);
        foreach (var message in earlier) mailbox.Enqueue(message);
        launched = true;
    }

    public bool TryRest(Action rest)
    {
        lock (gate)
        {
            if (turnPosted) return false;
            rest();
            return true;
        }
    }

    public void Suspend()
    {
        lock (gate) suspended = true;
    }

    public void Resume()
    {
        lock (gate)
        {
            suspended = false;
            if (turnPosted || closed || mailbox.Count == 0 || !(launched || Started)) return;
            turnPosted = true;
        }

        postTurn();
    }

    /// <summary>Takes no more messages, gives timers up and tells those who wait.</summary>
    public void Close(RunEnded ended, DateTime at)
    {
        lock (gate)
        {
            closed = true;
            mailbox.Clear();
        }

        LastUpdated = at;
        foreach (var timer in Timers.Values) timer.Dispose();
        Timers.Clear();
        Signals.End(ended);
    }
}
