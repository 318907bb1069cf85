using System.Globalization;
using System.Text.Json.Nodes;

namespace Samkjop.Host.Scenarios;

/// <summary>What steps have saved and what the file gave, and texts with those put in for <c>${…}</c>.</summary>
internal sealed class Variables(JsonObject values)
{
    private readonly JsonObject _all = (JsonObject)values.DeepClone();

    public void Set(string name, JsonNode? value) => _all[name] = value?.DeepClone();

    /// <summary>The text with every placeholder replaced.</summary>
    /// <exception cref="PlayFault">A variable is not there.</exception>
    public string Text(string template, JsonObject local)
    {
        while (Placeholders.First(template) is { } found)
        {
            template = string.Concat(template.AsSpan(0, found.Start), Written(Find(found.Inner, local)), template.AsSpan(found.Start + found.Length));
        }

        return template;
    }

    /// <summary>The JSON with every placeholder replaced; a text that is one placeholder becomes the value itself.</summary>
    public JsonNode? Json(JsonNode? template, JsonObject local) => template switch
    {
        JsonObject members => new JsonObject(members.Select(pair => KeyValuePair.Create(Text(pair.Key, local), Json(pair.Value, local)))),
        JsonArray items => new JsonArray([.. items.Select(item => Json(item, local))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Value(text, local),
        _ => template?.DeepClone(),
    };

    private JsonNode? Value(string template, JsonObject local)
    {
        while (Placeholders.First(template) is { } found)
        {
            if (found.Start == 0 && found.Length == template.Length)
            {
                return Find(found.Inner, local)?.DeepClone();
            }

            template = string.Concat(template.AsSpan(0, found.Start), Written(Find(found.Inner, local)), template.AsSpan(found.Start + found.Length));
        }

        return JsonValue.Create(template);
    }

    private JsonNode? Find(string expression, JsonObject local)
    {
        var parts = expression.Split('|', StringSplitOptions.TrimEntries);
        var (root, rest) = parts[0].Split('.', 2) is [var first, var more] ? (first, more) : (parts[0], "");
        if (!local.TryGetPropertyValue(root, out var value) && !_all.TryGetPropertyValue(root, out value))
        {
            throw new PlayFault($"Nothing has been saved as '{root}' yet.");
        }

        value = rest.Length == 0 ? value : JsonPath.Find(value, rest);
        return parts.Skip(1).Aggregate(value, Filters.Apply);
    }

    private static string Written(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        JsonValue scalar when scalar.TryGetValue<decimal>(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToJsonString(),
    };
}
