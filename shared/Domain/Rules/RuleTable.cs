using NodaTime;

namespace Samkjop.Rules;

/// <summary>
/// Legal numbers by rule and date. A round follows the law of its own date, so every lookup names one: the date that the invitation is sent,
/// unless the rule says otherwise.
/// </summary>
public sealed class RuleTable
{
    private readonly ILookup<string, RuleRow> _rows;

    /// <summary>Makes a table.</summary>
    /// <exception cref="ArgumentException">Two rows of a rule overlap, change its unit, or a row is in force backwards or below zero.</exception>
    public RuleTable(IReadOnlyList<RuleRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        _rows = rows.ToLookup(row => row.Rule, StringComparer.Ordinal);
        if (rows.FirstOrDefault(row => row.To < row.From || row.Number < 0) is { } absurd)
            throw new ArgumentException($"{absurd.Rule} from {absurd.From} has an end before its beginning, or a negative number.", nameof(rows));
        foreach (var rule in _rows)
        {
            var byDate = rule.OrderBy(row => row.From).ToArray();
            foreach (var (earlier, later) in byDate.Zip(byDate.Skip(1)))
            {
                if (earlier.Overlaps(later) || earlier.Unit != later.Unit)
                    throw new ArgumentException($"The rows of {rule.Key} from {earlier.From} and {later.From} overlap or differ in unit.", nameof(rows));
            }
        }
    }

    /// <summary>Norwegian law with what the purchasing systems' agreements add.</summary>
    public static RuleTable Norwegian { get; } = new(NorwegianRules.Rows);

    /// <summary>All rows, to be shown with their sources.</summary>
    public IReadOnlyList<RuleRow> Rows { get; }

    /// <summary>The row of a rule that is in force on a date.</summary>
    /// <param name="rule">One of <see cref="LegalRules"/>.</param>
    /// <param name="date">In Norway.</param>
    public RuleLookup Number(string rule, LocalDate date) => _rows[rule].FirstOrDefault(row => row.Covers(date)) is { } found
        ? new RuleLookup.Found(found)
        : new RuleLookup.NotCovered(rule, date, _rows.Contains(rule));
}
