using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Which variables a file makes and which it uses; compared when all is read.</summary>
internal sealed class References(Findings findings)
{
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly List<string> _madePrefixes = [];
    private readonly List<(YamlNode Node, string Root, IReadOnlyCollection<string> Local)> _used = [];

    public void Make(string name)
    {
        var placeholder = name.IndexOf("${", StringComparison.Ordinal);
        if (placeholder < 0)
        {
            _made.Add(name);
        }
        else
        {
            _madePrefixes.Add(name[..placeholder]);
        }
    }

    public void Use(YamlNode node, string? text, IReadOnlyCollection<string> local)
    {
        if (text is null)
        {
            return;
        }

        if (Placeholders.IsBroken(text))
        {
            findings.Add(node, $"'{text}' begins a '${{' that no '}}' ends.");
        }

        _used.AddRange(Placeholders.Roots(text).Select(root => (node, root, local)));
    }

    public void Use(YamlNode node, JsonNode? json, IReadOnlyCollection<string> local)
    {
        foreach (var text in Placeholders.Texts(json))
        {
            Use(node, text, local);
        }
    }

    /// <summary>Refuses what is used and never made.</summary>
    public void Check()
    {
        foreach (var (node, root, local) in _used)
        {
            if (!_made.Contains(root) && !local.Contains(root) && !_madePrefixes.Exists(prefix => root.StartsWith(prefix, StringComparison.Ordinal)))
            {
                findings.Unknown(node, "variable", root, _made.Concat(local));
            }
        }
    }
}
