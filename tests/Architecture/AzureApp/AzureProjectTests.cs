using System.Text.RegularExpressions;
using Samkjop.Tests.Architecture.Layering;

namespace Samkjop.Tests.Architecture.AzureApp;

/// <summary>The projects of the Azure app, which may not restore where the tests run, are held to the architecture as they are written.</summary>
public sealed partial class AzureProjectTests
{
    private const string FunctionsPath = "functions/Samkjop.Functions.csproj";
    private const string OrchestrationsPath = "orchestrations/Samkjop.Orchestrations.csproj";
    private static readonly ProjectFile Functions = new(FunctionsPath);
    private static readonly ProjectFile Orchestrations = new(OrchestrationsPath);
    private static readonly ProjectFile Host = new("embedded/Host/Samkjop.Host.csproj");

    [Theory]
    [InlineData("shared/Domain/Samkjop.Domain.csproj", "")]
    [InlineData("shared/Azure/Samkjop.Azure.csproj", "Samkjop.Domain")]
    [InlineData(OrchestrationsPath, "Samkjop.Domain")]
    [InlineData(FunctionsPath, "Samkjop.Azure Samkjop.Domain Samkjop.Orchestrations")]
    public void A_layer_refers_to_the_layers_below_it_and_to_no_other(string project, string references) =>
        Assert.Equal(references.Split(' ', StringSplitOptions.RemoveEmptyEntries), new ProjectFile(project).Projects);

    [Fact]
    public void Orchestrations_get_nothing_but_the_durable_model_from_packages() =>
        Assert.Equal(["Microsoft.Azure.Functions.Worker.Extensions.DurableTask"], Orchestrations.Packages);

    [Fact]
    public void Functions_refer_to_no_service_of_Azure_by_themselves() =>
        Assert.All(Functions.Packages, package =>
            Assert.False(package.StartsWith("Azure.", StringComparison.Ordinal) && package != "Azure.Monitor.OpenTelemetry.Exporter" || package == "Microsoft.Azure.Cosmos", package));

    [Fact]
    public void Program_is_the_only_file_of_the_app_that_knows_the_adapters_of_Azure()
    {
        var knowing = Sources("functions/").Concat(Sources("orchestrations/"))
            .Where(file => KnowsAzure().IsMatch(File.ReadAllText(Repository.PathOf(file))));
        Assert.Equal(["functions/Program.cs"], knowing);
    }

    [Theory]
    [InlineData(FunctionsPath, "functions/Program.cs")]
    [InlineData(OrchestrationsPath, null)]
    public void Both_hosts_compile_the_same_files(string path, string? onAzureAlone)
    {
        // Without items or switches of its own a project compiles every file in its folder.
        var project = new ProjectFile(path);
        Assert.Empty(project.Elements("Compile"));
        Assert.Empty(project.Elements("EnableDefaultCompileItems").Concat(project.Elements("DefaultItemExcludes")));
        var folder = path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)];
        Assert.Equal(
            Sources(folder).Where(file => file != onAzureAlone),
            CompiledAssembly.Host.Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_hosts_carry_the_same_contract_and_the_same_host_json()
    {
        Assert.Equal(
            Host.Elements("EmbeddedResource").Select(item => (item.Attribute("Include")!.Value.Replace("../../functions/", "", StringComparison.Ordinal), item.Attribute("LogicalName")!.Value)),
            Functions.Elements("EmbeddedResource").Select(item => (item.Attribute("Include")!.Value, item.Attribute("LogicalName")!.Value)));
        Assert.Contains("../host.json", Functions.Items("None"));
        Assert.Contains("../../host.json", Host.Items("Content"));
    }

    [Theory]
    [InlineData("functions/", FunctionsPath)]
    [InlineData("orchestrations/", OrchestrationsPath)]
    public void A_package_that_the_embedded_host_has_for_a_folder_is_in_its_Azure_project_too(string folder, string path)
    {
        var used = CompiledAssembly.Host.In(folder).SelectMany(References.Of).Select(target => target.Scope.Name).ToHashSet(StringComparer.Ordinal);
        var needed = Host.Packages.Where(used.Contains).ToArray();
        Assert.Empty(needed.Except(new ProjectFile(path).Packages, StringComparer.Ordinal));
        Assert.True(folder == "orchestrations/" || needed.Length > 0, "No package of functions/ was found: the search no longer sees them.");
    }

    private static string[] Sources(string folder) =>
        [.. Repository.Files("*.cs").Where(file => file.StartsWith(folder, StringComparison.Ordinal))];

    [GeneratedRegex(@"^\s*(global )?using (static )?(Samkjop\.Azure|Azure\.|Microsoft\.Azure\.Cosmos)|\bSamkjop\.Azure\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex KnowsAzure();
}
