using System.Reflection;
using System.Text.Json.Nodes;
using Samkjop.Embedded.DurableTask;
using Samkjop.Functions.Composition;

namespace Samkjop.Tests.Host.Histories;

/// <summary>The recordings beside these sources: a folder per release, a file per history.</summary>
internal static class HistoryShelf
{
    /// <summary>The release that is being built.</summary>
    public static string Release { get; } = typeof(SamkjopExtensions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Set to write what orchestrators do today under <see cref="Release"/>, instead of comparing.</summary>
    public const string RecordVariable = "SAMKJOP_RECORD_HISTORIES";

    /// <summary>What to do when the recordings do not tell what the code does.</summary>
    public static string Advice =>
        $"If orchestrators were meant to change, first see to the instances under way (README, \"Changing an orchestrator\"): steps that they have taken stay, behind the process version. "
        + $"Then raise <Version> in Directory.Build.props (now {Release}) unless it is unreleased, run ./test with {RecordVariable}=1, and commit tests/Host/Histories.";

    private static string Folder { get; } = Path.Combine(SourceFolder(), "Histories");

    /// <summary>Every recording of every release.</summary>
    public static IReadOnlyList<(string File, RecordedHistory History)> All() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(Folder, file), RecordedHistory.Parse(File.ReadAllText(file)))),
    ];

    /// <summary>The text of a recording.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>The process version that a run began with.</summary>
    public static int ProcessVersionOf(RecordedHistory history) => JsonNode.Parse(history.Input!)!["processVersion"]!.GetValue<int>();

    /// <summary>Replaces the recordings of the release that is being built.</summary>
    public static void Write(IEnumerable<RecordedHistory> histories)
    {
        var release = Directory.CreateDirectory(Path.Combine(Folder, Release));
        foreach (var file in release.EnumerateFiles("*.json"))
        {
            file.Delete();
        }

        foreach (var phase in histories.GroupBy(history => $"{history.Name}-{HistoryRecorder.PhaseOf(history)}"))
        {
            foreach (var (number, history) in phase.Index())
            {
                File.WriteAllText(Path.Combine(release.FullName, $"{phase.Key}-{number + 1}.json"), history.ToJson());
            }
        }
    }

    private static string SourceFolder()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Samkjop.Tests.Host.csproj")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No sources of these tests above {AppContext.BaseDirectory}.");
    }
}
