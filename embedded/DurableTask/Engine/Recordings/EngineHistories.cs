using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Runs;
using Samkjop.Embedded.DurableTask.Store;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.DurableTask;

/// <summary>
/// Histories taken out of a state file, and held against code: whether today's orchestrators would do what an instance that is under way has done.
/// The public client has no such calls in the pinned packages.
/// </summary>
public sealed class EngineHistories
{
    readonly SqliteFile file;
    readonly RunSettings settings;
    readonly IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> orchestrators;
    readonly IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskActivity>> activities;
    readonly IServiceProvider services;

    internal EngineHistories(
        SqliteFile file,
        RunSettings settings,
        IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> orchestrators,
        IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskActivity>> activities,
        IServiceProvider services)
    {
        this.file = file;
        this.settings = settings;
        this.orchestrators = orchestrators;
        this.activities = activities;
        this.services = services;
    }

    /// <summary>The history of an instance's present run; null when there is no such instance.</summary>
    public RecordedHistory? Export(string instanceId) => Read(file, instanceId);

    /// <summary>The same from a state file that no engine needs to have open.</summary>
    public static RecordedHistory? Export(SqliteFile file, string instanceId)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.EnsureSchema(DurableSchema.Ddl);
        return Read(file, instanceId);
    }

    /// <summary>Ids of the instances in a state file that have not ended, in the order of their starts.</summary>
    public static IReadOnlyList<string> Unfinished(SqliteFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.EnsureSchema(DurableSchema.Ddl);
        return file.ReadOnce(session => session.UnfinishedInstances().ConvertAll(row => row.Id));
    }

    /// <summary>
    /// Runs today's orchestrator over a history of an instance under way. Beyond what a replay compares, the inputs that were handed to activities must
    /// be readable by today's, since such a call may still be on its way.
    /// </summary>
    /// <exception cref="NonDeterministicOrchestrationException">It did something else; the message names the first difference.</exception>
    /// <exception cref="InvalidDataException">An activity that the history calls is gone, or cannot read the input that it was given.</exception>
    public void Replay(RecordedHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (!orchestrators.TryGetValue(history.Name, out var create)) throw new NonDeterministicOrchestrationException(TaskErrors.NoOrchestrator(history.Name).ErrorMessage);
        string? moved = null;
        OrchestrationRun run = new(settings, history.Identity, () => create(services), what => moved ??= what);
        run.Replay(history.Turns);
        if (moved is not null) throw new NonDeterministicOrchestrationException($"The replay of orchestration '{history.InstanceId}' ({history.Name}) was moved by something that is not durable: {moved}.");
        foreach (var task in history.Turns.SelectMany(turn => turn).OfType<TaskScheduled>()) CheckInput(history, task);
    }

    static RecordedHistory? Read(SqliteFile file, string instanceId) => file.Read(session => session.FindInstance(instanceId) is { } row
        ? new RecordedHistory(
            row.Name, row.Id, row.Parent?.Public, row.Input, row.CustomStatus,
            [.. session.History(row.Number).Where(bytes => bytes.Length > 0).Select(bytes => HistoryReader.ReadAll(bytes))])
        : null);

    void CheckInput(RecordedHistory history, TaskScheduled task)
    {
        if (!activities.TryGetValue(task.Name, out var create)) throw new InvalidDataException($"The history of '{history.InstanceId}' ({history.Name}) calls activity '{task.Name}', which is gone. Keep it until no instance can be waiting for it.");
        try
        {
            settings.Converter.Deserialize(task.Input, create(services).InputType);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Activity '{task.Name}' cannot read what '{history.InstanceId}' ({history.Name}) gave it: {exception.Message} Let it read the old form as well.", exception);
        }
    }
}
