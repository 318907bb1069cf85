using System.Text.Json.Nodes;

namespace Samkjop.Host.Scenarios;

/// <summary>Finds <c>${…}</c> in texts; one may stand within another.</summary>
internal static class Placeholders
{
    /// <summary>The first innermost placeholder: where it begins, its length with the braces, and what stands between them; null when there is none.</summary>
    public static (int Start, int Length, string Inner)? First(string text)
    {
        var end = -1;
        while ((end = text.IndexOf('}', end + 1)) >= 0)
        {
            var start = text.LastIndexOf("${", end, StringComparison.Ordinal);
            if (start >= 0)
            {
                return (start, end - start + 1, text[(start + 2)..end]);
            }
        }

        return null;
    }

    /// <summary>Whether a placeholder was begun and not ended.</summary>
    public static bool IsBroken(string text)
    {
        while (First(text) is { } found)
        {
            text = text.Remove(found.Start, found.Length);
        }

        return text.Contains("${", StringComparison.Ordinal);
    }

    /// <summary>The variables that a text refers to; those whose own name holds a placeholder are left out.</summary>
    public static IEnumerable<string> Roots(string text)
    {
        while (First(text) is { } found)
        {
            var root = found.Inner.Split('.', '|')[0].Trim();
            if (!root.Contains('\u0001'))
            {
                yield return root;
            }

            text = text.Remove(found.Start, found.Length).Insert(found.Start, "\u0001");
        }
    }

    /// <summary>Every text within a JSON value, names of members included.</summary>
    public static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(pair => Texts(pair.Value).Prepend(pair.Key)),
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
