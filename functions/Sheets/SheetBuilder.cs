using System.Collections.Immutable;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>Makes a table of rows as they are read, whatever the file's format.</summary>
internal sealed class SheetBuilder
{
    private readonly ImmutableArray<SheetRow>.Builder _rows = ImmutableArray.CreateBuilder<SheetRow>();
    private ImmutableArray<string>? _headers;

    /// <summary>Takes the next row; the first that says anything holds the headers, but for a title that stands alone in its row.</summary>
    /// <param name="number">The row's number in the file, from 1.</param>
    /// <param name="cells">Its cells as written.</param>
    /// <exception cref="Http.ProblemException">413: larger than is taken.</exception>
    public void Add(int number, IEnumerable<string> cells)
    {
        var trimmed = cells.Take(SheetTable.MaxColumns + 1).Select(cell => SheetText.Plain(cell.Trim())).ToImmutableArray();
        if (trimmed.All(cell => cell.Length == 0))
        {
            return;
        }

        if (trimmed.Length > SheetTable.MaxColumns || _rows.Count >= SheetTable.MaxRows || trimmed.Any(cell => cell.Length > SheetTable.MaxCellLength))
        {
            throw SheetProblems.TooLarge();
        }

        if (_headers is { } title && _rows.Count == 0 && IsAlone(title) && !IsAlone(trimmed))
        {
            // A title above the headers, such as "Behov 2026" in merged cells.
            _headers = trimmed;
        }
        else if (_headers is { } headers)
        {
            _rows.Add(new SheetRow(number, Fit(trimmed, headers.Length, number)));
        }
        else
        {
            _headers = trimmed;
        }
    }

    /// <exception cref="Http.ProblemException">400: there is nothing below the headers.</exception>
    public SheetTable ToTable() => _headers is { } headers && _rows.Count > 0 ? new SheetTable(headers, _rows.ToImmutable()) : throw SheetProblems.Empty();

    private static bool IsAlone(ImmutableArray<string> cells) => cells.Count(cell => cell.Length > 0) == 1;

    /// <summary>One cell per header; text beyond the last header belongs to no column and is never dropped in silence.</summary>
    private static ImmutableArray<string> Fit(ImmutableArray<string> cells, int columns, int number)
    {
        if (cells.Skip(columns).Any(cell => cell.Length > 0))
        {
            throw SheetProblems.Unreadable(new Text($"rad {number} har flere celler enn det er overskrifter.", $"row {number} has more cells than there are headers."));
        }

        return cells.Length >= columns ? cells[..columns] : cells.AddRange(Enumerable.Repeat("", columns - cells.Length));
    }
}
