using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Samkjop.Decisions;

namespace Samkjop.Sheets;

/// <summary>
/// One row's cells as values. What cannot be read is told under <c>rows[7].antall</c>, row number and column as the person sees them, and reads as
/// nothing, so that one answer tells everything that is wrong with a sheet.
/// </summary>
/// <param name="row">The row.</param>
/// <param name="layout">Where its columns stand.</param>
/// <param name="findings">Where faults are told.</param>
/// <param name="place">What people call a column's cell; row and column when left out.</param>
public sealed class SheetCells(SheetRow row, SheetLayout layout, Findings findings, Func<SheetColumn, Text>? place = null)
{
    private static readonly LocalDatePattern NorwegianDate = LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu");

    /// <summary>The row's number as the person sees it.</summary>
    public int Number => row.Number;

    /// <summary>The cell as written; empty where there is nothing.</summary>
    public string Written(SheetColumn column) => layout.TextOf(row, column);

    /// <summary>A text; null where the cell is empty, which a required one must not be.</summary>
    public string? Text(SheetColumn column, int maximum, bool required = true)
    {
        var text = Written(column);
        if (text.Length > maximum)
        {
            return Fault<string>(column, $"teksten har {text.Length} tegn, men skal ha høyst {maximum}.", $"the text has {text.Length} characters, but must have at most {maximum}.");
        }

        return text.Length > 0 ? text : Nothing<string>(column, required);
    }

    /// <summary>A whole number within bounds; null where the cell is empty or wrong.</summary>
    public int? Whole(SheetColumn column, int minimum, int maximum, bool required = true)
    {
        var text = Written(column);
        if (text.Length == 0)
        {
            return Empty<int>(column, required);
        }

        return Parsed(text) is { } number && number == decimal.Truncate(number) && number >= minimum && number <= maximum
            ? (int)number
            : Wrong<int>(column, $"«{Shown(text)}» skal være et helt tall fra {minimum} til {maximum}.", $"\"{Shown(text)}\" must be a whole number from {minimum} to {maximum}.");
    }

    /// <summary>A number within bounds and with few decimals, point or comma; null where the cell is empty or wrong.</summary>
    public decimal? Amount(SheetColumn column, decimal minimum, decimal maximum, int decimals, bool required = true)
    {
        var text = Written(column);
        if (text.Length == 0)
        {
            return Empty<decimal>(column, required);
        }

        return Parsed(text) is { } number && decimal.Round(number, decimals) == number && number >= minimum && number <= maximum
            ? number
            : Wrong<decimal>(
                column,
                $"«{Shown(text)}» skal være et tall fra {minimum} til {maximum} med høyst {decimals} desimaler.",
                $"\"{Shown(text)}\" must be a number from {minimum} to {maximum} with at most {decimals} decimals.");
    }

    /// <summary>A date, <c>2021-02-01</c> or <c>1.2.2021</c>; null where the cell is empty or wrong.</summary>
    public LocalDate? Date(SheetColumn column, bool required = true)
    {
        var text = Written(column);
        if (text.Length == 0)
        {
            return Empty<LocalDate>(column, required);
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var iso } ? iso
            : NorwegianDate.Parse(text) is { Success: true, Value: var norwegian } ? norwegian
            : Wrong<LocalDate>(column, $"«{Shown(text)}» er ingen dato. Skriv den som 2021-02-01 eller 1.2.2021.", $"\"{Shown(text)}\" is no date. Write it as 2021-02-01 or 1.2.2021.");
    }

    /// <summary>One of a few values by name, in any case; null where the cell is empty or wrong.</summary>
    /// <param name="column">The column.</param>
    /// <param name="names">What may be written, and what it means.</param>
    /// <param name="required">Whether an empty cell is a fault.</param>
    public T? OneOf<T>(SheetColumn column, IReadOnlyDictionary<string, T> names, bool required = true)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(names);
        var text = Written(column);
        if (text.Length == 0)
        {
            return Empty<T>(column, required);
        }

        if (names.FirstOrDefault(n => string.Equals(n.Key, text, StringComparison.OrdinalIgnoreCase)) is { Key: not null, Value: var value })
        {
            return value;
        }

        var all = string.Join(", ", names.Keys.Order(StringComparer.Ordinal));
        return Wrong<T>(column, $"«{Shown(text)}» er ukjent. Skriv en av: {all}.", $"\"{Shown(text)}\" is unknown. Write one of: {all}.");
    }

    /// <summary>Under which path the cell's faults are told, such as <c>rows[7].antall</c>.</summary>
    public string PathOf(SheetColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return $"rows[{row.Number}].{column.Name}";
    }

    /// <summary>Tells that something is wrong with a cell that could be read.</summary>
    public void Tell(SheetColumn column, string no, string en)
    {
        ArgumentNullException.ThrowIfNull(column);
        var at = place?.Invoke(column) ?? new Text($"Rad {row.Number}, kolonne «{column.Name}»", $"Row {row.Number}, column \"{column.Name}\"");
        findings.Add(PathOf(column), $"{at.No}: {no}", $"{at.En}: {en}");
    }

    private T? Wrong<T>(SheetColumn column, string no, string en)
        where T : struct
    {
        Tell(column, no, en);
        return null;
    }

    private T? Fault<T>(SheetColumn column, string no, string en)
        where T : class
    {
        Tell(column, no, en);
        return null;
    }

    private T? Empty<T>(SheetColumn column, bool required)
        where T : struct => required ? Wrong<T>(column, "cellen er tom, men skal fylles ut.", "the cell is empty, but must be filled in.") : null;

    private T? Nothing<T>(SheetColumn column, bool required)
        where T : class => required ? Fault<T>(column, "cellen er tom, men skal fylles ut.", "the cell is empty, but must be filled in.") : null;

    /// <summary>A point before exactly three digits may part thousands or decimals, so it is no clear number.</summary>
    private static decimal? Parsed(string text) =>
        !IsUnclear(text) && decimal.TryParse(
            text.Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static bool IsUnclear(string text) => text.LastIndexOf('.') is >= 0 and var point && text.Length - point == 4;

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
