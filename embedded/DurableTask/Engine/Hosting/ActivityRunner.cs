using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Runs;

namespace Samkjop.Embedded.DurableTask;

/// <summary>Runs activities, each in a service scope of its own, and turns what they do into an answer.</summary>
internal sealed class ActivityRunner(
    RunSettings settings,
    IReadOnlyDictionary<TaskName, Func<IServiceProvider, ITaskActivity>> activities,
    IServiceScopeFactory? scopes,
    IServiceProvider services,
    ILogger logger)
{
    public async Task<HistoryEvent> RunAsync(string instanceId, TaskScheduled task)
    {
        if (!activities.TryGetValue(task.Name, out var create)) return new TaskFailed(task.Id, TaskErrors.NoActivity(task.Name));
        var scope = scopes?.CreateAsyncScope();
        try
        {
            var activity = create(scope?.ServiceProvider ?? services);
            var input = settings.Converter.Deserialize(task.Input, activity.InputType);
            var output = await activity.RunAsync(new Context(task.Name, instanceId), input);
            return new TaskCompleted(task.Id, settings.Serialize(output, $"The output of activity '{task.Name}'"));
        }
        catch (Exception exception)
        {
            EngineLog.ActivityFailed(logger, task.Name, instanceId, exception);
            return new TaskFailed(task.Id, TaskFailureDetails.FromException(exception));
        }
        finally
        {
            if (scope is { } opened) await opened.DisposeAsync();
        }
    }

    sealed class Context(TaskName name, string instanceId) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instanceId;
    }
}
