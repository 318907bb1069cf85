namespace Samkjop.Host.Scenarios;

/// <summary>A table of texts.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Columns">Headings; one that begins with '&gt;' is aligned to the right.</param>
/// <param name="Rows">Cells.</param>
internal sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>As plain text, columns as wide as their widest cell.</summary>
    public IEnumerable<string> Lines()
    {
        var widths = Columns.Select((heading, i) => Rows.Select(row => row[i].Length).Append(Heading(heading).Length).Max()).ToArray();
        yield return "";
        yield return Title;
        yield return Line(Columns.Select(Heading).ToArray(), widths);
        foreach (var row in Rows)
        {
            yield return Line(row, widths);
        }
    }

    public static bool IsRight(string column) => column.StartsWith('>');

    public static string Heading(string column) => column.TrimStart('>');

    private string Line(IReadOnlyList<string> cells, int[] widths) => "  " + string.Join(
        "  ", cells.Select((cell, i) => IsRight(Columns[i]) ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();
}
