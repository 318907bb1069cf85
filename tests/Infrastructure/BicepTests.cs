using System.Text.RegularExpressions;
using Samkjop.Tests.Infrastructure.Compilation;

namespace Samkjop.Tests.Infrastructure;

/// <summary>The sources themselves: built, linted and formatted without a word of complaint.</summary>
public sealed partial class BicepTests
{
    private static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Repository.PathOf("infra-bicep"), "*.bicep*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam").Order(StringComparer.Ordinal);

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Builds_and_lints_without_warnings(string stage) => Assert.Equal("", BuiltParameters.Of(stage).Complaints);

    [Fact]
    public void A_complaint_of_the_linter_is_noticed()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "spoilt")).FullName;
        File.Copy(Repository.PathOf("infra-bicep", "bicepconfig.json"), Path.Combine(folder, "bicepconfig.json"), overwrite: true);
        var file = Path.Combine(folder, "unused.bicep");
        File.WriteAllText(file, "param nobody string\n");

        Assert.Contains("no-unused-params", BicepCommand.Run("build", file, "--stdout").Complaints);
    }

    [Fact]
    public void Every_module_is_part_of_the_deployment_and_nothing_comes_from_a_registry()
    {
        var texts = Sources.ToDictionary(file => file, File.ReadAllText);
        var used = texts.SelectMany(text => References().Matches(text.Value).Select(match => Path.GetFullPath(match.Groups["file"].Value, Path.GetDirectoryName(text.Key)!))).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(texts.Keys, file => Path.GetExtension(file) == ".bicep" && !used.Contains(file));
        Assert.All(used, file => Assert.True(File.Exists(file), $"{file} is referenced and absent"));
        Assert.DoesNotContain(texts.Values, text => text.Contains("'br:", StringComparison.Ordinal) || text.Contains("'br/", StringComparison.Ordinal) || text.Contains("'ts:", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_stand_as_the_formatter_writes_them()
    {
        var root = Repository.PathOf("infra-bicep");
        var copy = Directory.CreateTempSubdirectory("samkjop-bicep-");
        foreach (var file in Sources.Append(Path.Combine(root, "bicepconfig.json")))
        {
            var target = Path.Combine(copy.FullName, Path.GetRelativePath(root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        BicepCommand.Output("format", "--pattern", Path.Combine(copy.FullName, "**", "*.bicep"));

        Assert.All(Sources, file => Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(copy.FullName, Path.GetRelativePath(root, file)))));
        copy.Delete(recursive: true);
    }

    [GeneratedRegex(@"^(module \w+|using|import .* from) '(?<file>[^']+)'", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex References();
}
