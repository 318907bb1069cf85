using Microsoft.Data.Sqlite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Instances;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.DurableTask.Tracing;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask.Runs;

/// <summary>Computes turns: rebuilds the run if it is not in memory, takes in what arrived, and notes what follows.</summary>
internal sealed class TurnRunner(
    SqliteFile file,
    RunSettings settings,
    IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> orchestrators,
    IServiceProvider services,
    ILogger logger)
{
    /// <summary>The next turn; null when nothing has arrived.</summary>
    /// <exception cref="SqliteException">The history cannot be read just now.</exception>
    public Turn? Compute(Instance instance, DateTime now, Action<string> foreign)
    {
        var messages = instance.TakeMessages();
        if (messages.Count == 0) return null;
        var at = now > instance.LastUpdated ? now : instance.LastUpdated;
        HistoryWriter happened = new();
        List<HistoryEvent> arrived = new(messages.Count);
        foreach (var message in messages)
        {
            if (message.Generation is { } run && run != instance.Generation) continue;
            if (arrived.Count == 0) happened.Write(new TurnStarted(at));
            arrived.Add(message.Event);
            if (message.Event is not ForeignStep) happened.Write(message.Event);
        }

        if (arrived.Count == 0) return new Turn(at, messages, happened, 0, [], RunOutcome.Waiting.Instance, instance.CustomStatus);
        var inputs = happened.Length;
        var answered = EngineTracing.IsOn ? new List<Answered>() : null;
        var (outcome, decisions) = Advance(instance, at, arrived, foreign, messages, answered);
        foreach (var decision in decisions) happened.Write(decision);
        var events = 1 + arrived.Count + decisions.Count;
        if (outcome is RunOutcome.Waiting && instance.HistoryEvents + events > settings.Options.MaxHistoryEvents)
        {
            outcome = Failed(new DurableLimitException($"The history of orchestration '{instance.Id}' ({instance.Name}) would grow to {instance.HistoryEvents + events} events; the limit is {settings.Options.MaxHistoryEvents}. What it decided last was not done. Let it continue as new from time to time, and start it anew."));
            decisions = [];
            happened.Truncate(inputs);
        }

        if (outcome is RunOutcome.Ended ended) happened.Write(ended.Event);
        var custom = instance.Run is { CustomStatus: { WasSet: true } status } ? status.Text : instance.CustomStatus;
        return new Turn(at, messages, happened, events, decisions, outcome, custom) { Answered = answered ?? [] };
    }

    (RunOutcome Outcome, IReadOnlyList<HistoryEvent> Decisions) Advance(Instance instance, DateTime at, List<HistoryEvent> arrived, Action<string> foreign, List<Message> messages, List<Answered>? answered)
    {
        try
        {
            if (!orchestrators.TryGetValue(instance.Name, out var create)) return (Failed(TaskErrors.NoOrchestrator(instance.Name)), []);
            var run = instance.Run ??= Rebuild(instance, () => create(services), foreign);
            var outcome = run.Execute(at, arrived, answered);
            return (outcome, [.. run.Actions]);
        }
        catch (SqliteException)
        {
            instance.PutBack(messages);
            throw;
        }
        catch (NonDeterministicOrchestrationException exception)
        {
            return (Failed(exception), []);
        }
        catch (Exception exception)
        {
            EngineLog.Unreadable(logger, instance.Id, exception);
            return (Failed(exception), []);
        }
    }

    OrchestrationRun Rebuild(Instance instance, Func<ITaskOrchestrator> create, Action<string> foreign)
    {
        var history = file.Read(session =>
        {
            if (!instance.HasInput) instance.Input = session.Input(instance.Number);
            return session.History(instance.Number);
        });
        instance.HasInput = true;
        OrchestrationRun run = new(settings, instance.Identity, create, foreign);
        if (history.Count == 0) return run;
        var turns = history.ConvertAll(bytes => HistoryReader.ReadAll(bytes));
        instance.HistoryEvents = turns.Sum(turn => turn.Count);
        run.Replay(turns);
        return run;
    }

    static RunOutcome.Ended Failed(Exception exception) => Failed(TaskFailureDetails.FromException(exception));

    static RunOutcome.Ended Failed(TaskFailureDetails details) => new(new RunEnded(OrchestrationRuntimeStatus.Failed, null, details));
}
