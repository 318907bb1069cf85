namespace Samkjop.Decisions;

/// <summary>Collects everything that is wrong with an input, so that one answer tells it all.</summary>
public sealed class Findings
{
    private readonly List<(string Path, Text Text)> _found = [];

    /// <summary>Every finding with the member at fault, in the order found.</summary>
    public IReadOnlyList<(string Path, Text Text)> All => _found;

    public bool None => _found.Count == 0;

    /// <summary>Adds a finding.</summary>
    /// <param name="path">The member at fault, such as <c>needsDeadline</c>.</param>
    /// <param name="no">What is wrong and what to do, in Norwegian.</param>
    /// <param name="en">The same in English.</param>
    public void Add(string path, string no, string en) => _found.Add((path, new Text(no, en)));

    /// <summary>Adds a finding when there is one.</summary>
    public void Add(string path, Text? text)
    {
        if (text is not null)
        {
            _found.Add((path, text));
        }
    }

    /// <summary>Adds a finding unless the rule holds.</summary>
    public void Require(bool holds, string path, string no, string en)
    {
        if (!holds)
        {
            Add(path, no, en);
        }
    }

    /// <summary>All findings as one refusal (422); null when there are none.</summary>
    public Refusal? ToRefusal(string code) => None
        ? null
        : new Refusal(
            RefusalKind.Invalid,
            code,
            new Text(
                $"Ingenting er endret. Rett dette og send på nytt: {string.Join(" ", _found.Select(f => f.Text.No))}",
                $"Nothing was changed. Mend this and send it again: {string.Join(" ", _found.Select(f => f.Text.En))}"),
            _found.GroupBy(f => f.Path, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => string.Join(" ", g.Select(f => f.Text.En)), StringComparer.Ordinal));
}
