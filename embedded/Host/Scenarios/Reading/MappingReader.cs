using System.Globalization;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Reads one mapping strictly: what is taken is known, and <see cref="Done"/> refuses the rest.</summary>
internal sealed class MappingReader
{
    private readonly Dictionary<string, YamlNode> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> _keys = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);
    private readonly YamlNode _node;
    private readonly string _what;
    private readonly Findings _findings;

    private MappingReader(YamlMappingNode node, string what, Findings findings)
    {
        (_node, _what, _findings) = (node, what, findings);
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                _left[name] = value;
                _keys[name] = key;
            }
            else
            {
                findings.Add(key, $"A key of {what} must be a word.");
            }
        }
    }

    /// <summary>The mapping; null, with a finding, when the node is none.</summary>
    public static MappingReader? Of(YamlNode node, string what, Findings findings)
    {
        if (node is YamlMappingNode mapping)
        {
            return new MappingReader(mapping, what, findings);
        }

        findings.Add(node, $"Expected {what} as keys with values, found {Describe(node)}.");
        return null;
    }

    public YamlNode Node => _node;

    public bool Has(string key)
    {
        _known.Add(key);
        return _left.ContainsKey(key);
    }

    public YamlNode? Take(string key)
    {
        _known.Add(key);
        return _left.Remove(key, out var value) ? value : null;
    }

    public YamlNode? Require(string key)
    {
        var value = Take(key);
        if (value is null)
        {
            _findings.Add(_node, $"The key '{key}' of {_what} is missing.");
        }

        return value;
    }

    public string? Text(string key) => Take(key) is { } node ? TextOf(node, key) : null;

    public string RequireText(string key) => Require(key) is { } node ? TextOf(node, key) ?? "" : "";

    public bool Flag(string key)
    {
        if (Take(key) is not { } node)
        {
            return false;
        }

        if (node is YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        _findings.Add(node, $"Expected true or false for '{key}', found {Describe(node)}.");
        return false;
    }

    public long? Integer(string key)
    {
        if (Take(key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalarNode scalar && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _findings.Add(node, $"Expected a whole number for '{key}', found {Describe(node)}.");
        return null;
    }

    public Period? Period(string key) => Take(key) is { } node ? PeriodOf(node, key, _findings) : null;

    /// <summary>Refuses every key that nobody has taken.</summary>
    public void Done()
    {
        foreach (var (name, _) in _left)
        {
            var hint = NearestName.Hint(name, _known);
            _findings.Add(_keys[name], hint.Length > 0
                ? $"Unknown key '{name}' in {_what}.{hint}"
                : $"Unknown key '{name}' in {_what}. Known: {string.Join(", ", _known)}.");
        }
    }

    /// <summary>All keys with their values, for mappings whose keys are names of the file's own.</summary>
    public IEnumerable<(string Key, YamlNode KeyNode, YamlNode Value)> TakeAll()
    {
        foreach (var (name, value) in _left.ToList())
        {
            _left.Remove(name);
            yield return (name, _keys[name], value);
        }
    }

    public string? TextOf(YamlNode node, string key)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        _findings.Add(node, $"Expected text for '{key}', found {Describe(node)}.");
        return null;
    }

    public static Period? PeriodOf(YamlNode node, string key, Findings findings)
    {
        if (node is YamlScalarNode { Value: { } text } && PeriodPattern.NormalizingIso.Parse(text) is { Success: true } parsed)
        {
            return parsed.Value;
        }

        findings.Add(node, $"Expected a period such as P2D or PT3H for '{key}', found {Describe(node)}.");
        return null;
    }

    public static string Describe(YamlNode node) => node switch
    {
        YamlScalarNode { Value: null or "" } => "nothing",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        _ => "keys with values",
    };
}
