using System.Text.RegularExpressions;

namespace Samkjop.Tests.Architecture.Parity;

/// <summary>Reads the committed lists of the real packages' signatures (<c>tests/Architecture/azure-api/*.txt</c>).</summary>
internal static partial class ApiList
{
    public static ILookup<string, ApiType> Committed { get; } =
        Directory.EnumerateFiles(Repository.PathOf("tests", "Architecture", "azure-api"), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Parse(File.ReadAllLines(path)))
            .ToLookup(type => type.Key, StringComparer.Ordinal);

    public static IEnumerable<ApiType> Parse(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0 || !lines[0].StartsWith("# ", StringComparison.Ordinal))
            throw new FormatException("A list begins with a line '# package version'.");
        var package = lines[0][2..].Trim();
        ApiType? open = null;
        var members = new List<string>();
        foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
        {
            if (line.StartsWith("    ", StringComparison.Ordinal))
            {
                members.Add(line.Trim());
                continue;
            }

            if (open is not null)
                yield return open with { Members = [.. members] };
            members.Clear();
            open = Header(line, package);
        }

        if (open is not null)
            yield return open with { Members = [.. members] };
    }

    private static ApiType Header(string line, string package)
    {
        var match = HeaderPattern().Match(line);
        if (!match.Success)
            throw new FormatException($"Not a type's header: {line}");
        var bases = match.Groups["bases"].Success ? SplitTopLevel(match.Groups["bases"].Value) : [];
        var usage = match.Groups["usage"].Success ? match.Groups["usage"].Value : null;
        return new(match.Groups["ns"].Value, match.Groups["decl"].Value, bases, usage, [], package);
    }

    /// <summary>Splits at commas that stand outside angle brackets.</summary>
    internal static IReadOnlyList<string> SplitTopLevel(string text)
    {
        var parts = new List<string>();
        int depth = 0, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (text[i] != ',' || depth != 0)
                continue;
            parts.Add(text[start..i].Trim());
            start = i + 1;
        }

        parts.Add(text[start..].Trim());
        return parts;
    }

    [GeneratedRegex(@"^(?<ns>[\w.]+): (?<decl>(?:[a-z]+ )+\w+(?:<[\w, ]+>)?)(?: : (?<bases>.+?))?(?:   \[AttributeUsage\((?<usage>[^)]*)\)\])?$")]
    private static partial Regex HeaderPattern();
}
