namespace Microsoft.DurableTask;

/// <summary>The orchestrators and activities of an app, by name.</summary>
public sealed partial class DurableTaskRegistry
{
    readonly Dictionary<TaskName, Func<IServiceProvider, ITaskActivity>> activities = [];
    readonly Dictionary<TaskName, Func<IServiceProvider, ITaskOrchestrator>> orchestrators = [];

    /// <summary>All orchestrators.</summary>
    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskOrchestrator>>> GetOrchestrators() => orchestrators.Select(entry => entry);

    /// <summary>All activities.</summary>
    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskActivity>>> GetActivities() => activities.Select(entry => entry);

    static void AddOnce<T>(Dictionary<TaskName, Func<IServiceProvider, T>> tasks, TaskName name, Func<IServiceProvider, T> factory)
    {
        if (name == default) throw new ArgumentException("A task needs a name.", nameof(name));
        ArgumentNullException.ThrowIfNull(factory);
        if (!tasks.TryAdd(name, factory)) throw new ArgumentException($"An {typeof(T).Name} named '{name}' is already added.", nameof(name));
    }

    static Type Concrete<T>(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return typeof(T).IsAssignableFrom(type) && type is { IsAbstract: false, IsClass: true }
            ? type
            : throw new ArgumentException($"{type} is not a concrete {typeof(T).Name}.", nameof(type));
    }
}
