using System.Text.RegularExpressions;

namespace Samkjop.Tests.Architecture.House;

/// <summary>Cheap habits of the house that reviews should not have to repeat.</summary>
public sealed partial class HouseRules
{
    private const int MostLines = 250;

    [Fact]
    public void No_source_file_is_longer_than_250_lines()
    {
        var tooLong = Repository.Files("*.cs")
            .Select(file => (file, lines: File.ReadLines(Repository.PathOf(file)).Count()))
            .Where(entry => entry.lines > MostLines)
            .Select(entry => $"{entry.file} has {entry.lines} lines: split it by what it does");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_file_of_the_app_has_a_namespace_of_its_layer()
    {
        var strays = Repository.Files("*.cs")
            .Where(file => (file.StartsWith("functions/", StringComparison.Ordinal) || file.StartsWith("orchestrations/", StringComparison.Ordinal))
                && file != "functions/Program.cs" && !NamespaceLine().IsMatch(File.ReadAllText(Repository.PathOf(file))));
        Assert.Empty(strays);
    }

    [Fact]
    public void Every_project_that_restores_here_has_a_lock_file()
    {
        var listed = File.ReadAllText(Repository.PathOf("Samkjop.slnx"));
        var unlocked = Repository.Files("*.csproj")
            .Where(project => listed.Contains(project, StringComparison.Ordinal))
            .Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(Repository.PathOf(project))!, "packages.lock.json")));
        Assert.Empty(unlocked);
    }

    [Fact]
    public void Every_project_is_in_a_solution()
    {
        var solutions = string.Concat(Repository.Files("*.slnx").Select(file => File.ReadAllText(Repository.PathOf(file))));
        Assert.All(Repository.Files("*.csproj"), project => Assert.Contains(Path.GetFileName(project), solutions, StringComparison.Ordinal));
    }

    [Fact]
    public void Package_versions_are_central_exact_and_released()
    {
        var central = File.ReadAllText(Repository.PathOf("Directory.Packages.props"));
        Assert.All(VersionAttribute().Matches(central), match => Assert.Matches(@"^\d+(\.\d+)+$", match.Groups["version"].Value));
        var own = Repository.Files("*.csproj").Where(project => VersionedReference().IsMatch(File.ReadAllText(Repository.PathOf(project))));
        Assert.Empty(own);
    }

    [Fact]
    public void Nothing_is_left_to_be_done_later()
    {
        var marker = "TO" + "DO";
        var later = Repository.Files("*.cs")
            .Where(file => File.ReadAllText(Repository.PathOf(file)) is var text
                && (text.Contains(marker, StringComparison.Ordinal) || text.Contains("NotImplemented" + "Exception", StringComparison.Ordinal)));
        Assert.Empty(later);
    }

    [Fact]
    public void The_conformance_suite_knows_the_embedded_engine_in_one_file_only()
    {
        var knowing = Repository.Files("*.cs").Where(file => file.StartsWith("tests/Conformance/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(Repository.PathOf(file)).Contains("Samkjop.Embedded", StringComparison.Ordinal));
        Assert.Equal(["tests/Conformance/Backend/EmbeddedBackend.cs"], knowing);
    }

    [GeneratedRegex(@"^namespace Samkjop(\.\w+)*;", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"<PackageVersion [^>]*Version=""(?<version>[^""]+)""")]
    private static partial Regex VersionAttribute();

    [GeneratedRegex(@"<PackageReference [^>]*Version=")]
    private static partial Regex VersionedReference();
}
