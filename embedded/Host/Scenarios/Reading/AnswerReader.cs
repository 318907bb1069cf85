using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Reads what is expected of an answer and what is kept of it.</summary>
internal sealed class AnswerReader(Findings findings, References references)
{
    private const string HeaderMark = "header ";

    public Answering Read(MappingReader step, IReadOnlyCollection<string> local)
    {
        var (status, problem, body) = step.Take("expect") switch
        {
            null => (null, null, null),
            YamlScalarNode scalar => (Status(scalar), null, null),
            var node => Expectation(node, local),
        };
        var say = step.Take("say") is { } line ? step.TextOf(line, "say") : null;
        if (say is not null)
        {
            references.Use(step.Node, say, local);
        }

        return new Answering(status, problem, body, Save(step, local), say);
    }

    private (int? Status, string? Problem, System.Text.Json.Nodes.JsonNode? Body) Expectation(YamlNode node, IReadOnlyCollection<string> local)
    {
        if (MappingReader.Of(node, "'expect' as a status, or as status, problem and body", findings) is not { } expect)
        {
            return (null, null, null);
        }

        var status = expect.Require("status") is { } given ? Status(given) : null;
        var problem = expect.Text("problem");
        var bodyNode = expect.Take("body");
        var body = bodyNode is null ? null : YamlJson.Convert(bodyNode);
        if (bodyNode is not null)
        {
            references.Use(bodyNode, body, local);
        }

        expect.Done();
        return (status, problem, body);
    }

    private int? Status(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } text } && int.TryParse(text, out var status) && status is >= 100 and <= 599)
        {
            return status;
        }

        findings.Add(node, $"Expected an HTTP status such as 201, found {MappingReader.Describe(node)}.");
        return null;
    }

    private List<Saving> Save(MappingReader step, IReadOnlyCollection<string> local)
    {
        var savings = new List<Saving>();
        if (step.Take("save") is not { } node || MappingReader.Of(node, "'save'", findings) is not { } mapping)
        {
            return savings;
        }

        foreach (var (name, key, value) in mapping.TakeAll())
        {
            references.Use(key, name, local);
            references.Make(name);
            savings.Add(value is YamlScalarNode ? Scalar(name, value) : Keyed(name, value));
        }

        return savings;
    }

    private Saving Scalar(string name, YamlNode node)
    {
        var text = ((YamlScalarNode)node).Value ?? "";
        var line = (int)node.Start.Line;
        if (text.StartsWith(HeaderMark, StringComparison.Ordinal))
        {
            return new Saving(name, null, text[HeaderMark.Length..].Trim(), null, line);
        }

        if (text != "$" && !text.StartsWith("$.", StringComparison.Ordinal))
        {
            findings.Add(node, $"'{text}' says not what to save. Expected a path such as $.needId, or a header such as 'header ETag'.");
        }

        return new Saving(name, text, null, null, line);
    }

    private Saving Keyed(string name, YamlNode node)
    {
        if (MappingReader.Of(node, $"what to save as '{name}'", findings) is not { } mapping)
        {
            return new Saving(name, "$", null, null, (int)node.Start.Line);
        }

        var saving = new Saving(name, mapping.RequireText("path"), null, mapping.Text("keyBy"), (int)node.Start.Line);
        mapping.Done();
        return saving;
    }
}
