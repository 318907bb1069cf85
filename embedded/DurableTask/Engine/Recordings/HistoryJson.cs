using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Samkjop.Embedded.DurableTask.History;

/// <summary>Events as JSON. Payloads stand there as what they are, so that a reader sees them without unpacking.</summary>
internal static class HistoryJson
{
    const string Kind = "event";

    /// <summary>Nothing is escaped that JSON does not ask for: this is read by people and never put into a page.</summary>
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Write(HistoryEvent happened)
    {
        JsonObject json = new() { [Kind] = happened.GetType().Name };
        switch (happened)
        {
            case TurnStarted turn: json["at"] = Instant(turn.At); break;
            case RunStarted: break;
            case TaskScheduled task: Add(json, task.Id, ("name", task.Name), ("input", Node(task.Input))); break;
            case TaskCompleted task: Add(json, task.Id, ("result", Node(task.Result))); break;
            case TaskFailed task: Add(json, task.Id, ("failure", Write(task.Details))); break;
            case TimerCreated timer: Add(json, timer.Id, ("due", Instant(timer.Due))); break;
            case TimerCancelled timer: Add(json, timer.Id); break;
            case TimerFired timer: Add(json, timer.Id); break;
            case ChildScheduled child: Add(json, child.Id, ("name", child.Name), ("instanceId", child.InstanceId), ("idIsGenerated", child.IdIsGenerated), ("input", Node(child.Input))); break;
            case ChildCompleted child: Add(json, child.Id, ("result", Node(child.Result))); break;
            case ChildFailed child: Add(json, child.Id, ("failure", Write(child.Details))); break;
            case EventRaised raised: Add(json, null, ("name", raised.Name), ("payload", Node(raised.Payload))); break;
            case EventSent sent: Add(json, null, ("instanceId", sent.InstanceId), ("name", sent.Name), ("payload", Node(sent.Payload))); break;
            case RunEnded ended: Add(json, null, ("status", ended.Status.ToString()), ("output", Node(ended.Output)), ("failure", Write(ended.Failure))); break;
            default: throw new ArgumentException($"{happened.GetType().Name} is not kept in histories.", nameof(happened));
        }

        return json;
    }

    public static HistoryEvent Read(JsonObject json) => Text(json, Kind) switch
    {
        nameof(TurnStarted) => new TurnStarted(Instant(json, "at")),
        nameof(RunStarted) => RunStarted.Instance,
        nameof(TaskScheduled) => new TaskScheduled(Id(json), Text(json, "name"), Payload(json["input"])),
        nameof(TaskCompleted) => new TaskCompleted(Id(json), Payload(json["result"])),
        nameof(TaskFailed) => new TaskFailed(Id(json), Failure(json["failure"])!),
        nameof(TimerCreated) => new TimerCreated(Id(json), Instant(json, "due")),
        nameof(TimerCancelled) => new TimerCancelled(Id(json)),
        nameof(TimerFired) => new TimerFired(Id(json)),
        nameof(ChildScheduled) => new ChildScheduled(Id(json), Text(json, "name"), Text(json, "instanceId"), json["idIsGenerated"]!.GetValue<bool>(), Payload(json["input"])),
        nameof(ChildCompleted) => new ChildCompleted(Id(json), Payload(json["result"])),
        nameof(ChildFailed) => new ChildFailed(Id(json), Failure(json["failure"])!),
        nameof(EventRaised) => new EventRaised(Text(json, "name"), Payload(json["payload"])),
        nameof(EventSent) => new EventSent(Text(json, "instanceId"), Text(json, "name"), Payload(json["payload"])),
        nameof(RunEnded) => new RunEnded(Enum.Parse<OrchestrationRuntimeStatus>(Text(json, "status")), Payload(json["output"]), Failure(json["failure"])),
        var unknown => throw new FormatException($"It holds an event '{unknown}', which this version does not know."),
    };

    /// <summary>The event without numbers, times and payloads; null for what only marks a turn.</summary>
    public static string? Outline(HistoryEvent happened) => happened switch
    {
        TurnStarted => null,
        TaskScheduled task => $"{nameof(TaskScheduled)} {task.Name}",
        ChildScheduled child => $"{nameof(ChildScheduled)} {child.Name}",
        EventRaised raised => $"{nameof(EventRaised)} {raised.Name}",
        EventSent sent => $"{nameof(EventSent)} {sent.Name}",
        _ => happened.GetType().Name,
    };

    /// <summary>A payload, which is JSON text, as JSON.</summary>
    public static JsonNode? Node(string? payload) => payload is null ? null : JsonNode.Parse(payload);

    public static string? Payload(JsonNode? node) => node?.ToJsonString(Readable);

    static void Add(JsonObject json, int? id, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        if (id is { } number) json["id"] = number;
        foreach (var (name, value) in properties) json[name] = value;
    }

    static JsonObject? Write(TaskFailureDetails? details) => details is null
        ? null
        : new JsonObject { ["type"] = details.ErrorType, ["message"] = details.ErrorMessage, ["inner"] = Write(details.InnerFailure) };

    static TaskFailureDetails? Failure(JsonNode? node) => node is null
        ? null
        : new TaskFailureDetails(node["type"]!.GetValue<string>(), node["message"]!.GetValue<string>(), null, Failure(node["inner"]), null);

    static JsonNode Instant(DateTime at) => at.ToString("O", CultureInfo.InvariantCulture);

    static DateTime Instant(JsonObject json, string name) => DateTime.Parse(Text(json, name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    static int Id(JsonObject json) => json["id"]!.GetValue<int>();

    static string Text(JsonObject json, string name) => json[name]!.GetValue<string>();
}
