using System.Text.Json;
using System.Text.Json.Nodes;

namespace Samkjop.Host.Scenarios;

/// <summary>An answer of the app.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">Headers by name, whatever their case.</param>
internal sealed record Answer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as JSON; null when it is none.</summary>
    public JsonNode? Json => Parse(Text);

    /// <summary>The problem's code; null when it is no problem.</summary>
    public string? Problem => (Json as JsonObject)?["type"] is JsonValue type && type.TryGetValue<string>(out var uri) && uri.StartsWith("/problems/", StringComparison.Ordinal)
        ? uri["/problems/".Length..]
        : null;

    /// <summary>What the problem says; null when it is none.</summary>
    public string? Detail => Problem is null ? null : (Json as JsonObject)?["detail"]?.ToString();

    /// <summary>How the answer departs from what is expected; null when it does not.</summary>
    public string? Departure(Answering expected, JsonNode? body)
    {
        if (expected.Status is { } status ? Status != status : Status is < 200 or > 299)
        {
            return $"Expected {expected.Status?.ToString() ?? "success"}, got {Status}{(Problem is { } code ? $" {code}" : "")}.";
        }

        if (expected.Problem is { } problem && Problem != problem)
        {
            return $"Expected the problem '{problem}', got {(Problem is { } other ? $"'{other}'" : "none")}.";
        }

        return body is not null && JsonPath.Lack(body, Json) is { } lack ? $"The answer is not as expected: {lack}." : null;
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
