using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Samkjop.Host.Scenarios;

/// <summary>Reads lists of steps.</summary>
internal sealed class StepReader(
    Findings findings,
    References references,
    IReadOnlyDictionary<string, ScenarioPerson> people,
    IReadOnlyDictionary<string, ScenarioSupplier> suppliers,
    IReadOnlyDictionary<string, string> agencies)
{
    private static readonly string[] Operators = ["==", "!=", "<", ">"];

    private readonly ActionReader _actions = new(findings, references, people, suppliers, agencies);
    private readonly Dictionary<string, YamlNode> _names = new(StringComparer.Ordinal);

    /// <summary>The file's own list: each step has its time, none before the one above it.</summary>
    public IReadOnlyList<Step> ReadAll(YamlNode node, Instant starts)
    {
        var steps = new List<Step>();
        var times = new Dictionary<string, Instant>(StringComparer.Ordinal);
        var last = starts;
        foreach (var child in Items(node, "'steps'"))
        {
            if (MappingReader.Of(child, "a step", findings) is not { } mapping)
            {
                continue;
            }

            var at = Time(mapping, last, times);
            var step = Read(mapping, $"step {steps.Count + 1}", []) with { At = at ?? last };
            if (at is { } instant)
            {
                if (instant < last)
                {
                    findings.Add(child, $"{step.Name} goes back in time: the step above it is later. Put the steps in the order of their times.");
                }

                last = instant > last ? instant : last;
            }

            times[step.Name] = last;
            steps.Add(step);
        }

        return steps;
    }

    /// <summary>Steps one after the other, each some while after the one before it.</summary>
    public IReadOnlyList<Step> ReadGroup(YamlNode node, string what, IReadOnlyCollection<string> local)
    {
        var steps = new List<Step>();
        foreach (var child in Items(node, what))
        {
            if (MappingReader.Of(child, "a step", findings) is not { } mapping)
            {
                continue;
            }

            if (mapping.Take("at") is { } at)
            {
                findings.Add(at, "A step within a group has no 'at'. Use 'after', such as PT1H: the time since the step before it.");
            }

            var after = mapping.Period("after");
            steps.Add(Read(mapping, $"step {steps.Count + 1} of {what}", local) with { After = after });
        }

        return steps;
    }

    private Step Read(MappingReader mapping, string fallback, IReadOnlyCollection<string> local)
    {
        var name = mapping.Take("name") is { } given ? Name(mapping, given) ?? fallback : fallback;
        var repetition = ForEach(mapping, local);
        var inner = repetition is null ? local : [.. local, repetition.Variable];
        var condition = mapping.Take("if") is { } node ? If(mapping, node, inner) : null;
        var action = mapping.Take("steps") is { } group
            ? new StepAction.Group(ReadGroup(group, name, inner))
            : _actions.Read(mapping, inner);
        mapping.Done();
        return new Step { Line = (int)mapping.Node.Start.Line, Name = name, If = condition, ForEach = repetition, Action = action };
    }

    private string? Name(MappingReader mapping, YamlNode node)
    {
        if (mapping.TextOf(node, "name") is not { } name)
        {
            return null;
        }

        if (!_names.TryAdd(name, node))
        {
            findings.Add(node, $"A step named '{name}' stands in line {_names[name].Start.Line} already. Give each its own name.");
        }

        return name;
    }

    private Instant? Time(MappingReader mapping, Instant last, Dictionary<string, Instant> times)
    {
        var (at, after) = (mapping.Take("at"), mapping.Take("after"));
        if (at is not null && after is not null)
        {
            findings.Add(after, "A step has 'at' or 'after', not both.");
        }

        return at is not null ? Clock.Read(at, findings)
            : after is YamlScalarNode { Value: { } text } ? After(after, text, last, times)
            : null;
    }

    private Instant? After(YamlNode node, string text, Instant last, Dictionary<string, Instant> times)
    {
        var plus = text.LastIndexOf('+');
        var (from, name, wait) = (last, plus < 0 ? null : text[..plus].Trim(), text[(plus + 1)..].Trim());
        if (name is not null && !times.TryGetValue(name, out from))
        {
            findings.Unknown(node, "earlier step named", name, times.Keys);
            return null;
        }

        if (PeriodPattern.NormalizingIso.Parse(wait) is not { Success: true, Value: var period })
        {
            findings.Add(node, $"'{text}' is not a time. Expected a period such as P2D, or a step and a period such as 'invitation + PT3H'.");
            return null;
        }

        return Clock.After(node, from, period, findings);
    }

    private Repetition? ForEach(MappingReader mapping, IReadOnlyCollection<string> local)
    {
        var (every, office) = (mapping.Period("every"), mapping.Flag("officeHours"));
        if (mapping.Take("foreach") is not { } node)
        {
            return null;
        }

        if (node is not YamlMappingNode { Children.Count: 1 } one || one.Children[0].Key is not YamlScalarNode { Value: { } variable })
        {
            findings.Add(node, "Expected one name and its list for 'foreach', such as foreach: { lot: ${lots} }.");
            return null;
        }

        var list = one.Children[0].Value;
        var items = YamlJson.Convert(list);
        references.Use(list, items, local);
        if (list is not YamlSequenceNode and not YamlScalarNode { Value: ['$', '{', ..] })
        {
            findings.Add(list, $"Expected a list or a variable that holds one, found {MappingReader.Describe(list)}.");
        }

        return new Repetition(variable, items ?? "", every, office);
    }

    private Condition? If(MappingReader mapping, YamlNode node, IReadOnlyCollection<string> local)
    {
        if (mapping.TextOf(node, "if") is not { } text)
        {
            return null;
        }

        references.Use(node, text, local);
        foreach (var sign in Operators)
        {
            if (text.Split($" {sign} ") is [var left, var right])
            {
                return new Condition(left.Trim(), sign, right.Trim());
            }
        }

        findings.Add(node, $"'{text}' is no condition. Expected two values and one of {string.Join(" ", Operators)} between them.");
        return null;
    }

    private IEnumerable<YamlNode> Items(YamlNode node, string what)
    {
        if (node is YamlSequenceNode sequence)
        {
            return sequence.Children;
        }

        findings.Add(node, $"Expected a list of steps for {what}, found {MappingReader.Describe(node)}.");
        return [];
    }
}
