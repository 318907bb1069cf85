using System.Runtime.CompilerServices;

namespace Samkjop.Tests.Host.Openings;

/// <summary>Where the app's code can read what bids say.</summary>
public sealed class SealTests
{
    [Fact]
    public void Only_the_opening_reads_bid_documents_and_no_function_does() => Assert.Equal(
        ["orchestrations/Purchasing/Openings/SealedSheets.cs"], FilesThatSay("BlobContainers.Bids", "OpenReadAsync", "ReadAllAsync"));

    [Fact]
    public void Only_registration_hashes_them() => Assert.Equal(["orchestrations/Purchasing/Bids/BidUploads.cs"], FilesThatSay("BlobContainers.Bids", "Sha256Async("));

    [Fact]
    public void Only_the_opening_parses_sheets() => Assert.Equal(["orchestrations/Purchasing/Openings/SealedSheets.cs"], FilesThatSay("SheetReader.Read("));

    /// <summary>Files of the app that say the first word, and one of the others where some are given.</summary>
    private static string[] FilesThatSay(string word, params string[] beside) =>
    [
        .. new[] { "functions", "orchestrations" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Says(File.ReadAllText(file), word, beside))
            .Select(file => Path.GetRelativePath(Root(), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static bool Says(string text, string word, string[] beside) =>
        text.Contains(word, StringComparison.Ordinal) && (beside.Length == 0 || beside.Any(other => text.Contains(other, StringComparison.Ordinal)));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
