namespace Samkjop.Tests.Infrastructure.Delivery;

/// <summary>A job of a workflow.</summary>
internal sealed class WorkflowJob(Dictionary<object, object> node)
{
    public IReadOnlyDictionary<string, string> Permissions => WorkflowFile.Scalars(node, "permissions");

    public string? Uses => node.GetValueOrDefault("uses") as string;

    public string? Needs => node.GetValueOrDefault("needs") as string;

    public string? Condition => node.GetValueOrDefault("if") as string;

    public bool HasConcurrency => node.ContainsKey("concurrency");

    public string? Environment => node.GetValueOrDefault("environment") switch
    {
        string name => name,
        Dictionary<object, object> environment => environment["name"] as string,
        _ => null,
    };

    public IReadOnlyDictionary<string, string> Inputs => WorkflowFile.Scalars(node, "with");

    /// <summary>Names of the variables that every step sees.</summary>
    public IEnumerable<string> Variables => WorkflowFile.Scalars(node, "env").Keys;

    /// <summary>What the steps run or use, one after another.</summary>
    public IReadOnlyList<string> Steps =>
        [.. (node.GetValueOrDefault("steps") as List<object> ?? []).Cast<Dictionary<object, object>>().Select(step => (step.GetValueOrDefault("run") ?? step["uses"]).ToString()!)];
}
