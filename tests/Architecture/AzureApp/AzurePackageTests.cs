using System.Text.RegularExpressions;

namespace Samkjop.Tests.Architecture.AzureApp;

/// <summary>The versions that a build against other releases overrides stand in one file, and disturb nobody else's.</summary>
public sealed partial class AzurePackageTests
{
    private const string Path = "functions/Azure.Packages.props";
    private static readonly ProjectFile Versions = new(Path);

    [Fact]
    public void Every_version_is_a_property_that_a_build_can_override()
    {
        foreach (var package in Versions.Elements("PackageVersion"))
        {
            var name = Property().Match(package.Attribute("Version")!.Value).Groups["name"].Value;
            var property = Assert.Single(Versions.Elements(name));
            Assert.Equal($"'$({name})' == ''", property.Attribute("Condition")?.Value);
        }
    }

    [Fact]
    public void Every_version_is_exact_and_released_but_for_the_test_host() =>
        Assert.All(
            Versions.Elements("PropertyGroup").First().Elements().Where(property => property.Name.LocalName != "DurableTaskTestHostVersion"),
            property => Assert.Matches(@"^\d+(\.\d+)+$", property.Value));

    [Fact]
    public void The_preview_of_the_test_host_reaches_no_deployment()
    {
        var users = Repository.Files("*.csproj").Where(project => new ProjectFile(project).Packages.Contains("Microsoft.DurableTask.InProcessTestHost"));
        Assert.Equal(["tests/Conformance/Azure/Samkjop.Tests.Conformance.Azure.csproj"], users);
    }

    [Fact]
    public void Only_projects_of_the_Azure_solution_import_it()
    {
        var solution = File.ReadAllText(Repository.PathOf("functions", "Samkjop.Azure.slnx"));
        var everywhere = File.ReadAllText(Repository.PathOf("Samkjop.slnx"));
        var importing = Repository.Files("*.csproj").Where(project => File.ReadAllText(Repository.PathOf(project)).Contains("Azure.Packages.props", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, importing.Length);
        Assert.All(importing, project =>
        {
            Assert.Contains(System.IO.Path.GetFileName(project), solution, StringComparison.Ordinal);
            Assert.DoesNotContain(System.IO.Path.GetFileName(project), everywhere, StringComparison.Ordinal);
            Assert.False(File.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Repository.PathOf(project))!, "packages.lock.json")), project);
        });
    }

    [Fact]
    public void Central_management_does_not_name_the_same_package_twice()
    {
        var central = new ProjectFile("Directory.Packages.props").Items("PackageVersion");
        Assert.Empty(central.Intersect(Versions.Items("PackageVersion"), StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\$\((?<name>\w+)\)$")]
    private static partial Regex Property();
}
