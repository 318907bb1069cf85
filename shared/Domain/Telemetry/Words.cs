using System.Collections.Concurrent;
using System.Text.Json;

namespace Samkjop.Telemetry;

/// <summary>Values of enums as tags have them: <c>kebab-case</c>.</summary>
public static class Words
{
    private static readonly ConcurrentDictionary<Enum, string> Known = new();

    /// <summary>A value's word.</summary>
    public static string Of(Enum value) => Known.GetOrAdd(value, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));
}
