using System.Text.Json.Nodes;
using Samkjop.Functions.OpenApi;

namespace Samkjop.Tests.Host.Access;

/// <summary>A request body that the contract allows, with what it requires and nothing else: enough to come as far as the question of who may.</summary>
internal static class SampleBody
{
    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal)
    {
        ["date"] = "2021-06-01",
        ["date-time"] = "2021-06-01T10:00:00Z",
        ["time"] = "12:00:00",
    };

    /// <summary>The body and its content type; an empty object where the contract asks for none.</summary>
    public static (string ContentType, string Body) Of(JsonObject operation)
    {
        var content = operation["requestBody"]?["content"]?.AsObject().FirstOrDefault();
        return content is not { Value: { } media, Key: var type } ? ("application/json", "{}")
            : type is "application/json" ? (type, Of(media["schema"])?.ToJsonString() ?? "{}")
            : (type, "a,b\n1,2\n");
    }

    private static JsonNode? Of(JsonNode? schema)
    {
        if (schema is not JsonObject o)
        {
            return "x";
        }

        if (o["$ref"]?.GetValue<string>() is { } reference)
        {
            return Of(reference[2..].Split('/').Aggregate((JsonNode)OpenApiContract.Document, (node, part) => node[part]!));
        }

        if ((o["const"] ?? o["enum"]?[0] ?? o["examples"]?[0] ?? o["example"]) is { } given)
        {
            return given.DeepClone();
        }

        if ((o["oneOf"] ?? o["anyOf"] ?? o["allOf"])?[0] is { } first)
        {
            return Of(first);
        }

        return (o["type"] is JsonArray types ? types[0] : o["type"])?.GetValue<string>() switch
        {
            "object" => new JsonObject(Required(o).Select(name => KeyValuePair.Create(name, Of(o["properties"]?[name])))),
            "array" => new JsonArray([.. Enumerable.Range(0, o["minItems"]?.GetValue<int>() ?? 0).Select(_ => Of(o["items"]))]),
            "boolean" => true,
            "integer" or "number" => o["minimum"]?.DeepClone() ?? 1,
            _ => Formats.GetValueOrDefault(o["format"]?.GetValue<string>() ?? "", new string('x', Math.Max(1, o["minLength"]?.GetValue<int>() ?? 1))),
        };
    }

    private static IEnumerable<string> Required(JsonObject schema) => schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];
}
