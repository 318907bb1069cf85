using System.Collections.Immutable;
using Samkjop.Decisions;

namespace Samkjop.Sheets;

/// <summary>Where each expected column stands in a sheet.</summary>
public sealed class SheetLayout
{
    private readonly ImmutableDictionary<SheetColumn, int> _places;

    private SheetLayout(ImmutableDictionary<SheetColumn, int> places) => _places = places;

    /// <summary>Finds the columns; what is missing, doubled or unknown is told under <c>headers</c>. Nothing is guessed and nothing is passed over.</summary>
    public static SheetLayout Of(SheetTable table, IReadOnlyCollection<SheetColumn> columns, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(findings);
        var places = ImmutableDictionary.CreateBuilder<SheetColumn, int>();
        foreach (var (place, header) in table.Headers.Index().Where(h => h.Item.Length > 0))
        {
            if (columns.FirstOrDefault(c => c.IsCalled(header)) is not { } column)
            {
                findings.Add(
                    "headers",
                    $"Kolonnen «{Short(header)}» er ukjent. Bruk: {Names(columns)}.",
                    $"The column \"{Short(header)}\" is unknown. Use: {Names(columns)}.");
            }
            else if (!places.TryAdd(column, place))
            {
                findings.Add("headers", $"Kolonnen «{column.Name}» står to ganger. La den stå én gang.", $"The column \"{column.Name}\" stands twice. Let it stand once.");
            }
        }

        foreach (var missing in columns.Where(c => c.IsRequired && !places.ContainsKey(c)))
        {
            findings.Add("headers", $"Kolonnen «{missing.Name}» mangler.", $"The column \"{missing.Name}\" is missing.");
        }

        return new SheetLayout(places.ToImmutable());
    }

    /// <summary>Reads the cells of one row.</summary>
    public SheetCells Read(SheetRow row, Findings findings, Func<SheetColumn, Text>? place = null) => new(row, this, findings, place);

    internal string TextOf(SheetRow row, SheetColumn column) =>
        _places.TryGetValue(column, out var place) && place < row.Cells.Length ? row.Cells[place] : "";

    private static string Names(IEnumerable<SheetColumn> columns) => string.Join(", ", columns.Select(c => c.Name));

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
