using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Samkjop.Host.Scenarios;

/// <summary>What can be done with a variable on its way into a text: <c>${order.quantity | half}</c>.</summary>
internal static class Filters
{
    private static readonly string[] Names = ["count", "half", "money", "rest", "words"];

    public static JsonNode? Apply(JsonNode? value, string filter) => filter switch
    {
        "count" => (value as JsonArray)?.Count ?? 0,
        "half" => Whole(value, filter) / 2,
        "rest" => Whole(value, filter) - (Whole(value, filter) / 2),
        "money" => Money(value),
        "words" => Words(value?.ToString() ?? ""),
        _ => throw new PlayFault($"There is no filter '{filter}'. Known: {string.Join(", ", Names)}.{NearestName.Hint(filter, Names)}"),
    };

    private static long Whole(JsonNode? value, string filter) => value is JsonValue scalar && scalar.TryGetValue<decimal>(out var number)
        ? (long)number
        : throw new PlayFault($"'{value}' is no number, so '{filter}' cannot be taken of it.");

    private static string Money(JsonNode? value) => value is JsonValue scalar && scalar.TryGetValue<decimal>(out var number)
        ? number.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(',', ' ')
        : value?.ToString() ?? "";

    /// <summary>"smallCar" as "small car".</summary>
    private static string Words(string camel)
    {
        var words = new StringBuilder();
        foreach (var letter in camel)
        {
            _ = char.IsUpper(letter) ? words.Append(' ').Append(char.ToLowerInvariant(letter)) : words.Append(letter);
        }

        return words.ToString().Trim();
    }
}
