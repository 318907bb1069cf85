using System.Collections.Immutable;
using System.Globalization;

namespace Samkjop.Sheets.Workbooks;

/// <summary>What is written in a workbook: cell values only, nothing computed.</summary>
/// <param name="Sheets">In the workbook's order.</param>
/// <param name="CountsFrom1904">Whether its dates count from 1 January 1904, as some do.</param>
public sealed record Workbook(ImmutableArray<WorkbookSheet> Sheets, bool CountsFrom1904);

/// <param name="Name">As its tab says.</param>
/// <param name="Cells">Those that hold something, by row and column.</param>
public sealed record WorkbookSheet(string Name, ImmutableArray<WorkbookCell> Cells);

/// <param name="Row">From 1.</param>
/// <param name="Column">From 1, which is A.</param>
/// <param name="Text">As written, trimmed; numbers have a comma before decimals, truths read ja or nei.</param>
/// <param name="Number">The number that it holds; null for anything else.</param>
/// <param name="IsFormula">Whether the value is what some program made of a formula, and so nobody's word.</param>
public sealed record WorkbookCell(int Row, int Column, string Text, decimal? Number, bool IsFormula)
{
    /// <summary>As people call it, such as B7.</summary>
    public string Reference => ReferenceOf(Row, Column);

    /// <summary>As people call the cell at a place, such as B7.</summary>
    public static string ReferenceOf(int row, int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A workbook, or why it cannot be taken as one.</summary>
/// <param name="Workbook">Null when it cannot be read.</param>
/// <param name="Problem">Null when it can.</param>
public sealed record WorkbookReading(Workbook? Workbook, Text? Problem);
