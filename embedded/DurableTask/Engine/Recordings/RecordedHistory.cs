using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask;
using Samkjop.Embedded.DurableTask.History;
using Samkjop.Embedded.DurableTask.Runs;

namespace Samkjop.Embedded.DurableTask;

/// <summary>The history of one run of an orchestration as it was at some moment, readable: one event a line, payloads as JSON.</summary>
public sealed class RecordedHistory
{
    const int Format = 1;

    internal RecordedHistory(string name, string instanceId, ParentOrchestrationInstance? parent, string? input, string? customStatus, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns)
    {
        Name = name;
        InstanceId = instanceId;
        Parent = parent;
        Input = input;
        CustomStatus = customStatus;
        Turns = turns;
    }

    /// <summary>The orchestrator.</summary>
    public string Name { get; }

    /// <summary>The instance id.</summary>
    public string InstanceId { get; }

    /// <summary>The orchestration that called it; null for none.</summary>
    public ParentOrchestrationInstance? Parent { get; }

    /// <summary>The input of the run, as JSON text.</summary>
    public string? Input { get; }

    /// <summary>The custom status, as JSON text.</summary>
    public string? CustomStatus { get; }

    /// <summary>Kinds and names of the events in their order, without what differs from instance to instance.</summary>
    public string Outline => string.Join(", ", Turns.SelectMany(turn => turn).Select(HistoryJson.Outline).OfType<string>());

    internal IReadOnlyList<IReadOnlyList<HistoryEvent>> Turns { get; }

    internal RunIdentity Identity => new(Name, InstanceId, Parent, Input);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The text is no recorded history.</exception>
    public static RecordedHistory Parse(string json)
    {
        try
        {
            var root = JsonNode.Parse(json)!.AsObject();
            if (root["format"]?.GetValue<int>() is var format && format != Format) throw new InvalidDataException($"The recorded history has format {format}; this version reads {Format}. Nothing was replayed; use the version that wrote it.");
            var parent = root["parent"] is { } called ? new ParentOrchestrationInstance(Text(called, "name"), Text(called, "instanceId")) : null;
            var turns = root["turns"]!.AsArray().Select(turn => (IReadOnlyList<HistoryEvent>)[.. turn!.AsArray().Select(happened => HistoryJson.Read(happened!.AsObject()))]);
            return new RecordedHistory(Text(root, "name"), Text(root, "instanceId"), parent, HistoryJson.Payload(root["input"]), HistoryJson.Payload(root["customStatus"]), [.. turns]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"This is no recorded history: {exception.Message} Nothing was replayed; record it again.", exception);
        }
    }

    /// <summary>The history as JSON text; ends with a line break.</summary>
    public string ToJson()
    {
        StringBuilder text = new();
        text.Append("{\n");
        Line("format", Format);
        Line("name", Name);
        Line("instanceId", InstanceId);
        if (Parent is { } parent) Line("parent", new JsonObject { ["name"] = parent.Name.Name, ["instanceId"] = parent.InstanceId });
        Line("input", HistoryJson.Node(Input));
        Line("customStatus", HistoryJson.Node(CustomStatus));
        text.Append("  \"turns\": [\n    [\n");
        text.AppendJoin("\n    ],\n    [\n", Turns.Select(turn => string.Join(",\n", turn.Select(happened => $"      {HistoryJson.Write(happened).ToJsonString(HistoryJson.Readable)}"))));
        return text.Append("\n    ]\n  ]\n}\n").ToString();

        void Line(string name, JsonNode? value) => text.Append("  \"").Append(name).Append("\": ").Append(value?.ToJsonString(HistoryJson.Readable) ?? "null").Append(",\n");
    }

    /// <summary>Whether this is an earlier moment of the same run.</summary>
    public bool IsBeginningOf(RecordedHistory later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return later.InstanceId == InstanceId && later.Input == Input && later.Turns.Count >= Turns.Count
            && Turns.Zip(later.Turns).All(pair => pair.First.SequenceEqual(pair.Second));
    }

    static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
