using Samkjop.Decisions;

namespace Samkjop.Purchasing.Import;

/// <summary>Which needs a sheet may change.</summary>
public static class NeedImportRules
{
    /// <summary>Tells the rows that name a need which can no longer be edited, or one that another row names too.</summary>
    /// <param name="rows">Each row with the need that it names; null where it is new.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static void Check(IEnumerable<(ImportedNeed Row, Need? Need)> rows, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(findings);
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (row, need) in rows)
        {
            if (need is null)
            {
                continue;
            }

            if (need.State is NeedState.Withdrawn)
            {
                Tell(findings, row, $"«{row.Reference}» er trukket. Gi behovet en ny referanse hvis det skal meldes på nytt.", $"\"{row.Reference}\" was withdrawn. Give the need a new reference if it shall be reported anew.");
            }
            else if (need.State is not (NeedState.Reported or NeedState.Approved))
            {
                Tell(findings, row, $"«{row.Reference}» er låst eller utsatt og kan ikke endres. Slett raden.", $"\"{row.Reference}\" is locked or deferred and cannot be changed. Delete the row.");
            }

            if (!rowOf.TryAdd(need.NeedId, row.Row))
            {
                Tell(findings, row, $"Behovet står også i rad {rowOf[need.NeedId]}. La det stå én gang.", $"The need stands in row {rowOf[need.NeedId]} too. Let it stand once.");
            }
        }
    }

    private static void Tell(Findings findings, ImportedNeed row, string no, string en)
    {
        var column = NeedColumns.Of(NeedField.Reference).Sheet.Name;
        findings.Add($"rows[{row.Row}].{column}", $"Rad {row.Row}, kolonne «{column}»: {no}", $"Row {row.Row}, column \"{column}\": {en}");
    }
}
