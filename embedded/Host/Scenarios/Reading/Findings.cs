using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Collects what is wrong with a file, so that one reading tells it all.</summary>
internal sealed class Findings
{
    private readonly HashSet<ScenarioProblem> _found = [];

    public bool None => _found.Count == 0;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ScenarioProblem> InOrder => [.. _found.OrderBy(p => p.Line).ThenBy(p => p.Column).ThenBy(p => p.Message, StringComparer.Ordinal)];

    public void Add(YamlNode node, string message) => Add((int)node.Start.Line, (int)node.Start.Column, message);

    public void Add(int line, int column, string message) => _found.Add(new ScenarioProblem(line, column, message));

    /// <summary>Adds that a name is unknown, with the nearest known one.</summary>
    public void Unknown(YamlNode node, string what, string given, IEnumerable<string> known)
    {
        var names = known.Order(StringComparer.Ordinal).ToList();
        var hint = NearestName.Hint(given, names);
        Add(node, hint.Length > 0
            ? $"There is no {what} '{given}'.{hint}"
            : $"There is no {what} '{given}'. Known: {(names.Count == 0 ? "none" : string.Join(", ", names.Take(30)))}.");
    }
}
