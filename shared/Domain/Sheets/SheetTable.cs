using System.Collections.Immutable;

namespace Samkjop.Sheets;

/// <summary>The first sheet of a workbook, or a CSV file, as text: what people wrote, before anything is made of it.</summary>
/// <param name="Headers">The first row, trimmed.</param>
/// <param name="Rows">The rows below it; empty ones are left out.</param>
public sealed record SheetTable(ImmutableArray<string> Headers, ImmutableArray<SheetRow> Rows)
{
    /// <summary>Most rows that are taken at once.</summary>
    public const int MaxRows = 5000;

    /// <summary>Most columns of a sheet.</summary>
    public const int MaxColumns = 100;

    /// <summary>Most characters of a cell.</summary>
    public const int MaxCellLength = 5000;
}

/// <param name="Number">The row's number as the person sees it: the headers are row 1.</param>
/// <param name="Cells">One per header, trimmed; empty where nothing is written. Numbers have a point or a comma, dates are ISO 8601.</param>
public sealed record SheetRow(int Number, ImmutableArray<string> Cells);
