using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Samkjop.Tests.Infrastructure.Compilation;

/// <summary>The deployments that the tests look at, each evaluated once.</summary>
internal static class Deployments
{
    /// <summary>The parameters that neither dev nor prod take the way they are here: every other branch of the templates.</summary>
    private static readonly IReadOnlyDictionary<string, string> _otherBranches = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["durableBackend"] = "'scheduler'",
        ["schedulerSku"] = "'Dedicated'",
        ["schedulerCapacity"] = "2",
        ["cosmosCapacity"] = "'autoscale'",
        ["cosmosAccountName"] = "'cosmos-restored'",
        ["cosmosMaximumThroughput"] = "4000",
        ["bidRetentionLocked"] = "true",
        ["uploadsFromInternet"] = "false",
        ["otlpEndpoint"] = "'https://collector.example.no'",
        ["updateStrategy"] = "'Recreate'",
    };

    private static readonly Lazy<Deployment> _dev = new(() => Evaluate("dev"));
    private static readonly Lazy<Deployment> _prod = new(() => Evaluate("prod"));
    private static readonly Lazy<Deployment> _other = new(() => Evaluate("prod", "other", _otherBranches));

    public static TheoryData<string> Names { get; } = ["dev", "prod", "other"];

    public static Deployment Dev => _dev.Value;

    public static Deployment Prod => _prod.Value;

    /// <summary>Production, closed altogether, with the scheduler, autoscale and a locked policy.</summary>
    public static Deployment Other => _other.Value;

    public static Deployment Of(string name) => name switch
    {
        "dev" => Dev,
        "prod" => Prod,
        _ => Other,
    };

    private static Deployment Evaluate(string stage, string? name = null, IReadOnlyDictionary<string, string>? overrides = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "evaluated")).FullName;
        var main = Path.GetRelativePath(folder, Repository.PathOf("infra-bicep", "main.bicep")).Replace('\\', '/');
        var text = File.ReadAllText(Repository.PathOf("infra-bicep", $"{stage}.bicepparam")).Replace("using 'main.bicep'", $"using '{main}'", StringComparison.Ordinal);
        foreach (var (parameter, value) in overrides ?? new Dictionary<string, string>())
        {
            text = Regex.Replace(text, $"^param {parameter} = .*$", "", RegexOptions.Multiline) + $"param {parameter} = {value}\n";
        }

        var file = Path.Combine(folder, $"{name ?? stage}.bicepparam");
        File.WriteAllText(file, text);
        BicepCommand.Output(
            "snapshot", file, "--mode", "overwrite", "--location", "norwayeast", "--deployment-name", "main",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id", "00000000-0000-0000-0000-000000000002");
        return new Deployment(JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".snapshot.json")))!.AsObject());
    }
}
