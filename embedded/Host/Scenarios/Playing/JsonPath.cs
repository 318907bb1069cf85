using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samkjop.Host.Scenarios;

/// <summary>Finds values by dotted paths: members by name, items by number.</summary>
internal static class JsonPath
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="PlayFault">There is nothing at the path.</exception>
    public static JsonNode? Find(JsonNode? node, string path)
    {
        foreach (var part in path.Split('.', StringSplitOptions.TrimEntries))
        {
            node = node switch
            {
                JsonObject members when members.TryGetPropertyValue(part, out var member) => member,
                JsonArray items when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count => items[index],
                JsonObject members => throw new PlayFault($"There is no '{part}' in '{path}'.{NearestName.Hint(part, members.Select(m => m.Key))}"),
                JsonArray items => throw new PlayFault($"There is no item '{part}' in '{path}': the list has {items.Count}."),
                _ => throw new PlayFault($"There is no '{part}' in '{path}'."),
            };
        }

        return node;
    }

    /// <summary>What a saving keeps of a body.</summary>
    public static JsonNode? Select(JsonNode? body, Saving saving)
    {
        var found = saving.Path == "$" ? body : Find(body, saving.Path![2..]);
        if (saving.KeyBy is not { } key)
        {
            return found;
        }

        var keyed = new JsonObject();
        foreach (var item in found as JsonArray ?? throw new PlayFault($"'{saving.Path}' is no list, so '{saving.Name}' cannot be keyed by {key}."))
        {
            keyed[Find(item, key)?.ToString() ?? ""] = item?.DeepClone();
        }

        return keyed;
    }

    /// <summary>Where the value lacks what is expected; null when it holds all of it. Objects may hold more, lists and scalars may not.</summary>
    public static string? Lack(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        switch (expected, actual)
        {
            case (JsonObject wanted, JsonObject got):
                return wanted.Select(member => got.TryGetPropertyValue(member.Key, out var value)
                        ? Lack(member.Value, value, $"{path}.{member.Key}")
                        : member.Value is null ? null : $"{path}.{member.Key} is missing")
                    .FirstOrDefault(lack => lack is not null);
            case (JsonArray wanted, JsonArray got) when wanted.Count == got.Count:
                return wanted.Select((item, i) => Lack(item, got[i], $"{path}.{i}")).FirstOrDefault(lack => lack is not null);
            default:
                return JsonNode.DeepEquals(expected, actual) || Number(expected) is { } one && one == Number(actual)
                    ? null
                    : $"{path} is {Shown(actual)} instead of {Shown(expected)}";
        }
    }

    private static string Shown(JsonNode? node) => node?.ToJsonString(Readable) ?? "null";

    private static decimal? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<decimal>(out var number) ? number : null;
}
