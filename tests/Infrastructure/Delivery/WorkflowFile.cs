using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Samkjop.Tests.Infrastructure.Delivery;

/// <summary>A GitHub workflow as it stands in its file.</summary>
internal sealed partial class WorkflowFile(string text)
{
    private readonly Lazy<Dictionary<object, object>> _root = new(() => new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(text));

    public string Text => text;

    public IReadOnlyDictionary<string, string> Permissions => Scalars(_root.Value, "permissions");

    public bool HasConcurrency => _root.Value.ContainsKey("concurrency");

    public IReadOnlyDictionary<string, WorkflowJob> Jobs =>
        ((Dictionary<object, object>)_root.Value["jobs"]).ToDictionary(job => (string)job.Key, job => new WorkflowJob((Dictionary<object, object>)job.Value), StringComparer.Ordinal);

    /// <summary>Every use of an action, with the comment that tells its version.</summary>
    public IEnumerable<(string Action, string Reference, string Comment)> Actions => Uses().Matches(text)
        .Where(match => !match.Groups["action"].Value.StartsWith("./", StringComparison.Ordinal))
        .Select(match => (match.Groups["action"].Value, match.Groups["reference"].Value, match.Groups["comment"].Value.Trim()));

    public static WorkflowFile Read(string name) => new(File.ReadAllText(Repository.PathOf(".github", "workflows", name)));

    internal static IReadOnlyDictionary<string, string> Scalars(Dictionary<object, object> node, string member) =>
        node.GetValueOrDefault(member) is Dictionary<object, object> members ? members.ToDictionary(pair => (string)pair.Key, pair => pair.Value?.ToString() ?? "", StringComparer.Ordinal) : new Dictionary<string, string>();

    [GeneratedRegex(@"^\s*(- )?uses: (?<action>[^@\s]+)(@(?<reference>\S+))?(?<comment>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Uses();
}
