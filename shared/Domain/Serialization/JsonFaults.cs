using System.Text.Json;
using System.Text.RegularExpressions;

namespace Samkjop.Serialization;

/// <summary>What is wrong with a JSON text, in words that let its author mend it: no names of our types.</summary>
public static partial class JsonFaults
{
    /// <summary>Explains why a text could not be read.</summary>
    /// <returns>JSON path of the place, and what is wrong there.</returns>
    public static (string Path, Text Text) Explain(JsonException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return (exception.Path ?? "$", TextOf(exception));
    }

    /// <summary>The place of the first null in a list, where there never may be one; null when there is none.</summary>
    public static string? NullInList(JsonElement element, string path = "$") => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray()
            .Select((item, i) => item.ValueKind is JsonValueKind.Null ? $"{path}[{i}]" : NullInList(item, $"{path}[{i}]"))
            .FirstOrDefault(found => found is not null),
        JsonValueKind.Object => element.EnumerateObject().Select(member => NullInList(member.Value, $"{path}.{member.Name}")).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static Text TextOf(JsonException exception)
    {
        var message = exception.Message;
        var place = exception.Path ?? "$";
        if (exception.InnerException is JsonException)
        {
            var (line, position) = (exception.LineNumber + 1, exception.BytePositionInLine + 1);
            return new($"Teksten er ikke gyldig JSON ved linje {line}, posisjon {position}.", $"The text is not valid JSON at line {line}, position {position}.");
        }

        if (Unknown().Match(message) is { Success: true } unknown)
        {
            var name = unknown.Groups["name"].Value;
            return new($"Feltet «{name}» er ukjent; fjern det, eller rett navnet.", $"The member \"{name}\" is unknown; remove it, or correct its name.");
        }

        if (Missing().Match(message) is { Success: true } missing)
        {
            var names = missing.Groups["name"].Value.Replace("'", "", StringComparison.Ordinal).TrimEnd('.');
            return new($"Dette mangler ved {place}: {names}.", $"This is missing at {place}: {names}.");
        }

        if (Twice().Match(message) is { Success: true } twice)
        {
            var name = twice.Groups["name"].Value;
            return new($"Feltet «{name}» står to ganger; la det stå én gang.", $"The member \"{name}\" stands twice; let it stand once.");
        }

        return message.Contains("null", StringComparison.Ordinal)
            ? new($"Verdien ved {place} mangler eller er null; fyll den ut.", $"The value at {place} is missing or null; fill it in.")
            : new($"Verdien ved {place} har feil type eller form.", $"The value at {place} is of the wrong kind or form.");
    }

    [GeneratedRegex(@"^The JSON property '(?<name>.*?)' could not be mapped", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"missing required properties including: (?<name>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^Duplicate property '(?<name>.*?)' encountered", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Twice();
}
