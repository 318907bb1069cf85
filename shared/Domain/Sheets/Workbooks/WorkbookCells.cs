using System.Collections.Immutable;
using System.Globalization;
using System.Xml;

namespace Samkjop.Sheets.Workbooks;

/// <summary>The cells of one sheet part. Blank ones are passed over; where a cell says no place, it stands right of the one before.</summary>
internal static class WorkbookCells
{
    /// <param name="reader">Of the sheet part.</param>
    /// <param name="strings">The workbook's shared strings.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="left">How many more cells may be read in the workbook.</param>
    public static ImmutableArray<WorkbookCell> Read(XmlReader reader, List<string> strings, WorkbookLimits limits, ref int left)
    {
        var cells = ImmutableArray.CreateBuilder<WorkbookCell>();
        var (row, column) = (0, 0);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                (row, column) = (int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1, 0);
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                (row, column) = PlaceOf(reader.GetAttribute("r")) ?? (row, column + 1);
                if (Cell(reader, row, column, strings) is { } cell)
                {
                    cells.Add(Within(limits, cell, ref left));
                }
            }
        }

        return cells.ToImmutable();
    }

    private static WorkbookCell Within(WorkbookLimits limits, WorkbookCell cell, ref int left) =>
        --left < 0 || cell.Row < 1 || cell.Row > limits.Row || cell.Column > limits.Column || cell.Text.Length > limits.CellLength
            ? throw new WorkbookTooLargeException()
            : cell;

    private static WorkbookCell? Cell(XmlReader reader, int row, int column, List<string> strings)
    {
        var type = reader.GetAttribute("t");
        string? value = null;
        string? inline = null;
        var formula = false;
        using (var within = reader.ReadSubtree())
        {
            within.Read();
            while (!within.EOF)
            {
                switch (within.NodeType is XmlNodeType.Element ? within.LocalName : "")
                {
                    case "f":
                        formula = true;
                        within.Skip();
                        break;
                    case "v":
                        value = within.ReadElementContentAsString();
                        break;
                    case "is":
                        inline = WorkbookReader.TextWithin(within);
                        break;
                    default:
                        within.Read();
                        break;
                }
            }
        }

        var (text, number) = type switch
        {
            "s" => (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "", null),
            "inlineStr" => (inline ?? "", null),
            "b" => (value is "1" ? "ja" : "nei", null),
            "str" or "e" or "d" => (value ?? "", null),
            _ => Numeric(value),
        };
        text = SheetText.Plain(text.Trim());
        return text.Length > 0 || formula ? new WorkbookCell(row, column, text, number, formula) : null;
    }

    /// <summary>Stored as a binary fraction, meant with at most fifteen digits.</summary>
    private static (string Text, decimal? Number) Numeric(string? value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15
            ? (((decimal)number).ToString(CultureInfo.InvariantCulture).Replace('.', ','), (decimal)number)
            : (value ?? "", null);

    private static (int Row, int Column)? PlaceOf(string? reference)
    {
        if (reference is not { Length: > 0 and <= 12 })
        {
            return null;
        }

        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        return letters is 0 or > 3 || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? throw new WorkbookTooLargeException()
            : (row, reference.Take(letters).Aggregate(0, (sum, letter) => (sum * 26) + (letter - 'A' + 1)));
    }
}
