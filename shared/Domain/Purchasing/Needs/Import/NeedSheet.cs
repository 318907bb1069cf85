using NodaTime;
using Samkjop.Decisions;
using Samkjop.Sheets;

namespace Samkjop.Purchasing.Import;

/// <summary>Reads a sheet of needs, one need a row; everything that is wrong is told at once, by row and column.</summary>
public static class NeedSheet
{
    /// <summary>Most needs of one sheet.</summary>
    public const int MaxNeeds = 500;

    /// <summary>After so many findings the rows below are not looked at: people mend what they can read.</summary>
    public const int MaxFindings = 200;

    /// <summary>Reads the rows.</summary>
    /// <param name="table">The file's rows.</param>
    /// <param name="system">The purchasing system that the round runs under.</param>
    /// <param name="now">Now: delivery is wished in the future.</param>
    /// <param name="findings">Takes what is wrong; where there is anything, nothing may be imported.</param>
    public static IReadOnlyList<ImportedNeed> Read(SheetTable table, PurchasingSystem system, Instant now, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(findings);
        var layout = SheetLayout.Of(table, [.. NeedColumns.All.Select(column => column.Sheet)], findings);
        findings.Require(
            table.Rows.Length <= MaxNeeds,
            "rows",
            $"Filen har {table.Rows.Length} behov, men høyst {MaxNeeds} tas imot om gangen. Del den i flere filer.",
            $"The file holds {table.Rows.Length} needs, but at most {MaxNeeds} are taken at a time. Split it into several files.");
        if (!findings.None)
        {
            return [];
        }

        var needs = new List<ImportedNeed>();
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (findings.All.Count >= MaxFindings)
            {
                findings.Add("rows", $"Radene fra {row.Number} er ikke lest ennå.", $"The rows from {row.Number} on have not been read yet.");
                break;
            }

            if (NeedRow.Read(layout.Read(row, findings), system, now, findings) is { } need)
            {
                needs.Add(need);
                if (!rowOf.TryAdd(need.Reference, need.Row))
                {
                    layout.Read(row, findings).Tell(
                        NeedColumns.Of(NeedField.Reference).Sheet,
                        $"«{need.Reference}» står også i rad {rowOf[need.Reference]}. Gi hvert behov sin egen.",
                        $"\"{need.Reference}\" stands in row {rowOf[need.Reference]} too. Give each need its own.");
                }
            }
        }

        return needs;
    }
}
