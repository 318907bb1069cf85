using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Tracing;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>
/// One run of an orchestrator in memory: takes in events, lets the code go on, and notes what it decides.
/// Used by one turn at a time.
/// </summary>
internal sealed partial class OrchestrationRun : TaskOrchestrationContext
{
    readonly RunSettings settings;
    readonly RunIdentity identity;
    readonly Func<ITaskOrchestrator> create;
    readonly Action<string> foreign;
    readonly TurnThread thread;
    readonly Dictionary<int, PendingTask> pending = [];
    Task<object?>? main;
    object? input;
    int lastId;
    DateTime now;
    TaskFailureDetails? fatal;
    List<Answered>? answered;
    (string? Input, bool Preserve)? next;

    public OrchestrationRun(RunSettings settings, RunIdentity identity, Func<ITaskOrchestrator> create, Action<string> foreign)
    {
        this.settings = settings;
        this.identity = identity;
        this.create = create;
        this.foreign = foreign;
        thread = new TurnThread(foreign);
    }

    public override TaskName Name => identity.Name;

    public override string InstanceId => identity.InstanceId;

    public override ParentOrchestrationInstance? Parent => identity.Parent;

    public override DateTime CurrentUtcDateTime => now;

    public override bool IsReplaying => expected is not null;

    /// <summary>What the code last set as custom status, if it has set any.</summary>
    public (string? Text, bool WasSet) CustomStatus { get; private set; }

    protected override ILoggerFactory LoggerFactory => settings.Loggers;

    public override T? GetInput<T>()
        where T : default
        => input is T typed ? typed : settings.Converter.Deserialize<T>(identity.Input);

    public override void SetCustomStatus(object? customStatus)
    {
        Guard();
        var text = settings.Converter.Serialize(customStatus);
        var size = (text?.Length ?? 0) * sizeof(char);
        if (size > settings.Options.MaxCustomStatusBytes)
        {
            throw new DurableLimitException($"The custom status takes {size} bytes as UTF-16; the limit is {settings.Options.MaxCustomStatusBytes}. The former status stands. Show a summary and keep the rest in a document.");
        }

        CustomStatus = (text, true);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Guard();
        next = (settings.Serialize(newInput, "The input of the new run"), preserveUnprocessedEvents);
    }

    /// <summary>Takes in what arrived, in order, lets the code go on, and says where it stands. What it decided is in <see cref="Actions"/>.</summary>
    /// <param name="at">The turn's time, UTC.</param>
    /// <param name="arrived">What arrived.</param>
    /// <param name="ended">Takes down which calls and timers came to their end; null when nobody wants to know.</param>
    public RunOutcome Execute(DateTime at, IReadOnlyList<HistoryEvent> arrived, List<Answered>? ended = null)
    {
        now = at;
        actions.Clear();
        answered = ended;
        TakeIn(arrived);
        answered = null;
        if (fatal is not null) actions.Clear();
        return Conclude();
    }

    void TakeIn(IReadOnlyList<HistoryEvent> arrived) => thread.Run(() =>
    {
        foreach (var happened in arrived)
        {
            try
            {
                Apply(happened);
                thread.Drain();
            }
            catch (Exception exception)
            {
                Fail(exception);
            }
        }
    });

    void Apply(HistoryEvent happened)
    {
        if (fatal is not null) return;
        switch (happened)
        {
            case RunStarted: Begin(); break;
            case TaskCompleted task when Answer(task.Id, null) is { } call: call.Complete(settings.Converter, task.Result); break;
            case TaskFailed task when Answer(task.Id, task.Details) is { } call: call.Fail(task.Details); break;
            case ChildCompleted child when Answer(child.Id, null) is { } call: call.Complete(settings.Converter, child.Result); break;
            case ChildFailed child when Answer(child.Id, child.Details) is { } call: call.Fail(child.Details); break;
            case TimerFired timer: Fire(timer.Id); break;
            case EventRaised raised: Raise(raised); break;
            case ForeignStep step: Fail(new NotDurableException(NotDurable(step.What))); break;
            default: break; // Answers to calls of a former run, and repeated ones.
        }
    }

    PendingTask? Answer(int id, TaskFailureDetails? failure)
    {
        if (!pending.Remove(id, out var call)) return null;
        answered?.Add(new Answered(call.Decision, call.Since, failure?.ErrorType));
        return call;
    }

    void Begin()
    {
        var orchestrator = create();
        input = settings.Converter.Deserialize(identity.Input, orchestrator.InputType);
        main = orchestrator.RunAsync(this, input);
        if (main.IsCompleted) return;
        _ = main.ContinueWith(
            static (_, state) =>
            {
                var run = (OrchestrationRun)state!;
                if (!run.thread.IsCurrent) run.foreign("The orchestrator ended on another thread");
            },
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    RunOutcome Conclude()
    {
        if (fatal is not null) return Failed(fatal);
        // As with the real engine, a call or a timer that nobody awaits any more still holds the end, whatever it is.
        if (pending.Count + timers.Count > 0) return RunOutcome.Waiting.Instance;
        if (main is not { IsCompleted: true })
        {
            return waiting > 0
                ? RunOutcome.Waiting.Instance
                : Failed(TaskFailureDetails.FromException(new NotDurableException(NotDurable("The turn ended and no activity, timer, event or sub-orchestration is awaited"))));
        }

        try
        {
            var output = main.GetAwaiter().GetResult();
            if (next is { } anew) return new RunOutcome.ContinuedAsNew(anew.Input, anew.Preserve ? [.. buffered] : []);
            return new RunOutcome.Ended(new RunEnded(OrchestrationRuntimeStatus.Completed, settings.Serialize(output, "The output of the orchestration"), null));
        }
        catch (Exception exception)
        {
            return Failed(TaskFailureDetails.FromException(exception));
        }
    }

    void Fail(Exception exception) => fatal ??= TaskFailureDetails.FromException(exception);

    static RunOutcome.Ended Failed(TaskFailureDetails details) => new(new RunEnded(OrchestrationRuntimeStatus.Failed, null, details));

    /// <summary>Refuses calls from outside the turn.</summary>
    void Guard()
    {
        if (thread.IsCurrent) return;
        foreign("The context was used from another thread");
        throw new NotDurableException(NotDurable("The context was used from another thread"));
    }

    string NotDurable(string what) =>
        $"Orchestration '{InstanceId}' ({Name}) awaited something that is not durable. {what}. Its history is kept. Await only what the context offers (activities, timers, events, sub-orchestrations); I/O, Task.Delay and Task.Run belong into activities.";
}
