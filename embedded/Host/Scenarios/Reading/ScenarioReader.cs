using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using Samkjop.People;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Reads a scenario file strictly: everything that is wrong is told at once, with line and column, and then nothing is played.</summary>
public sealed partial class ScenarioReader
{
    private readonly Findings _findings = new();
    private readonly References _references;
    private readonly Dictionary<string, string> _agencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScenarioPerson> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScenarioSupplier> _suppliers = new(StringComparer.Ordinal);

    private ScenarioReader() => _references = new References(_findings);

    /// <summary>Reads a file.</summary>
    /// <exception cref="ScenarioFaultException">The file has faults; they are all told.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Scenario ReadFile(string path) => Read(File.ReadAllText(path), path);

    /// <summary>Reads the text of a file.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="file">What the file is called in messages.</param>
    /// <exception cref="ScenarioFaultException">The text has faults; they are all told.</exception>
    public static Scenario Read(string yaml, string file)
    {
        var reader = new ScenarioReader();
        var scenario = reader.Scenario(yaml);
        return reader._findings.None && scenario is not null ? scenario : throw new ScenarioFaultException(file, reader._findings.InOrder);
    }

    private Scenario? Scenario(string yaml)
    {
        if (Root(yaml) is not { } root || MappingReader.Of(root, "the scenario", _findings) is not { } file)
        {
            return null;
        }

        var name = file.RequireText("scenario");
        if (name.Length > 0 && !KebabCase().IsMatch(name))
        {
            _findings.Add(file.Node, $"'{name}' is no name for a scenario. Use small letters, digits and hyphens, such as spring-2021.");
        }

        var title = file.Require("title") is { } text ? TextReader.Read(text, "title", _findings) : null;
        var starts = file.Require("starts") is { } at ? Clock.Read(at, _findings) : null;
        var runs = file.Period("runs") ?? Period.Zero;
        var rounds = Rounds(file);
        Names(file, "agencies", "an agency", _agencies);
        var suppliers = Suppliers(file);
        People(file);
        var values = file.Take("values") is { } given && MappingReader.Of(given, "'values'", _findings) is not null ? (JsonObject)YamlJson.Convert(given)! : [];
        foreach (var (value, _) in values)
        {
            _references.Make(value);
        }

        var steps = new StepReader(_findings, _references, _people, _suppliers, _agencies);
        OnOrder(suppliers, steps);
        var all = file.Require("steps") is { } list && starts is { } start ? steps.ReadAll(list, start) : [];
        file.Done();
        _references.Check();
        return new Scenario
        {
            Name = name,
            Title = title ?? new Text("", ""),
            Starts = starts ?? Instant.MinValue,
            Runs = runs,
            RoundIds = rounds,
            Agencies = _agencies,
            Suppliers = _suppliers,
            People = _people,
            Values = values,
            Steps = all,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml))),
        };
    }

    /// <summary>One round, or a list of them.</summary>
    private List<string> Rounds(MappingReader file)
    {
        if (file.Require("round") is not { } node)
        {
            return [];
        }

        List<YamlNode> items = node is YamlSequenceNode { Children: { Count: > 0 } list } ? [.. list] : [node];
        var rounds = items.Select(item => (Node: item, Id: file.TextOf(item, "round"))).ToList();
        foreach (var (twice, id) in rounds.Where((round, i) => round.Id is not null && rounds.Take(i).Any(earlier => earlier.Id == round.Id)))
        {
            _findings.Add(twice, $"The round '{id}' stands twice. Name each once.");
        }

        return [.. rounds.Select(round => round.Id).OfType<string>()];
    }

    private YamlNode? Root(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents is [var single])
            {
                return single.RootNode;
            }

            _findings.Add(1, 1, stream.Documents.Count == 0 ? "The file is empty. Expected a scenario." : "The file holds several documents. Expected one.");
        }
        catch (YamlException exception)
        {
            _findings.Add((int)exception.Start.Line, (int)exception.Start.Column, $"This is not YAML: {(exception.InnerException ?? exception).Message}");
        }
        catch (InvalidOperationException)
        {
            // The scanner loses its way in an unfinished { or [; where it stood is the best there is.
            var place = parser.Current?.End ?? Mark.Empty;
            _findings.Add((int)place.Line, (int)place.Column, "This is not YAML: what stands around here was begun and not ended, such as a bracket.");
        }

        return null;
    }

    private void Names(MappingReader file, string key, string what, Dictionary<string, string> into)
    {
        if (file.Take(key) is { } node && MappingReader.Of(node, $"'{key}'", _findings) is { } mapping)
        {
            foreach (var (id, _, value) in mapping.TakeAll())
            {
                into[id] = mapping.TextOf(value, $"the name of {what}") ?? "";
            }
        }
    }

    private List<(string Id, YamlNode Node)> Suppliers(MappingReader file)
    {
        var onOrder = new List<(string, YamlNode)>();
        if (file.Take("suppliers") is not { } node || MappingReader.Of(node, "'suppliers'", _findings) is not { } mapping)
        {
            return onOrder;
        }

        foreach (var (id, _, value) in mapping.TakeAll())
        {
            if (MappingReader.Of(value, $"supplier '{id}'", _findings) is { } supplier)
            {
                _suppliers[id] = new ScenarioSupplier(id, supplier.RequireText("name"), []);
                if (supplier.Take("onOrder") is { } steps)
                {
                    onOrder.Add((id, steps));
                }

                supplier.Done();
            }
        }

        return onOrder;
    }

    private void OnOrder(List<(string Id, YamlNode Node)> suppliers, StepReader steps)
    {
        foreach (var (id, node) in suppliers)
        {
            _suppliers[id] = _suppliers[id] with { OnOrder = steps.ReadGroup(node, $"the 'onOrder' of supplier '{id}'", ["order"]) };
        }
    }

    private void People(MappingReader file)
    {
        if (file.Require("people") is not { } node || MappingReader.Of(node, "'people'", _findings) is not { } mapping)
        {
            return;
        }

        foreach (var (id, key, value) in mapping.TakeAll())
        {
            if (MappingReader.Of(value, $"person '{id}'", _findings) is { } person)
            {
                _people[id] = new ScenarioPerson(
                    id, person.RequireText("name"), Roles(person), Known(person, "agency", "agency", _agencies.Keys), Known(person, "supplier", "supplier", _suppliers.Keys));
                person.Done();
            }
            else
            {
                _people[id] = new ScenarioPerson(id, id, [], null, null);
            }
        }
    }

    private List<string> Roles(MappingReader person)
    {
        var roles = new List<string>();
        foreach (var node in person.Require("role") switch { YamlSequenceNode several => several.Children, { } one => [one], null => Enumerable.Empty<YamlNode>() })
        {
            if (person.TextOf(node, "role") is { } role)
            {
                roles.Add(role);
                if (!Role.All.Contains(role))
                {
                    _findings.Unknown(node, "role", role, Role.All);
                }
            }
        }

        return roles;
    }

    private string? Known(MappingReader reader, string key, string what, IEnumerable<string> known)
    {
        if (reader.Take(key) is not { } node || reader.TextOf(node, key) is not { } id)
        {
            return null;
        }

        if (!known.Contains(id))
        {
            _findings.Unknown(node, what, id, known);
        }

        return id;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();
}
