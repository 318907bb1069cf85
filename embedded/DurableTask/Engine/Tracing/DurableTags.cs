namespace Samkjop.Embedded.DurableTask.Tracing;

/// <summary>Attributes of the engine's spans, as the real packages name them.</summary>
internal static class DurableTags
{
    public const string Type = "durabletask.type";

    public const string Name = "durabletask.task.name";

    public const string InstanceId = "durabletask.task.instance_id";

    public const string TaskId = "durabletask.task.task_id";

    public const string Status = "durabletask.task.status";

    public const string EventTarget = "durabletask.event.target_instance_id";

    public const string FireAt = "durabletask.fire_at";
}
