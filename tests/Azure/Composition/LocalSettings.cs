using System.Text.Json;

namespace Samkjop.Tests.Azure.Composition;

/// <summary>The sample that a newcomer copies to local.settings.json.</summary>
internal static class LocalSettings
{
    public static IReadOnlyDictionary<string, string> Sample()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), "functions", "local.settings.sample.json")));
        return file.RootElement.GetProperty("Values").EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetString()!, StringComparer.Ordinal);
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Samkjop.slnx")))
                return at.FullName;
        throw new InvalidOperationException($"No Samkjop.slnx above {AppContext.BaseDirectory}: run the tests from a clone's build output.");
    }
}
