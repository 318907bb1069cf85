using System.Text.Json.Nodes;

namespace Samkjop.Tests.Infrastructure.Compilation;

/// <summary>A resource as it would be deployed: every expression evaluated but what only Azure knows.</summary>
internal sealed class Resource(JsonObject json)
{
    public string Type => json["type"]!.GetValue<string>();

    public string Id => json["id"]!.GetValue<string>();

    public string Name => json["name"]!.GetValue<string>();

    /// <summary>The last part of the name.</summary>
    public string OwnName => Name.Split('/')[^1];

    public JsonObject Json => json;

    public JsonObject Properties => json["properties"]!.AsObject();

    /// <summary>A value below the properties, as JSON text without quotes; null when it is absent.</summary>
    public string? this[string path] => At(path)?.ToString();

    /// <summary>A node below the properties, by member names and positions with slashes between them.</summary>
    public JsonNode? At(string path) => path.Split('/').Aggregate((JsonNode?)json["properties"], Step);

    /// <summary>Sets a value below the properties, or removes it.</summary>
    public void Set(string path, JsonNode? value)
    {
        var cut = path.LastIndexOf('/');
        var parent = (cut < 0 ? Properties : At(path[..cut]))!.AsObject();
        if (value is null)
        {
            parent.Remove(path[(cut + 1)..]);
        }
        else
        {
            parent[path[(cut + 1)..]] = value;
        }
    }

    public override string ToString() => $"{Type} {Name}";

    private static JsonNode? Step(JsonNode? node, string part) => node switch
    {
        JsonObject members => members[part],
        JsonArray items when int.TryParse(part, out var position) && position < items.Count => items[position],
        _ => null,
    };
}
