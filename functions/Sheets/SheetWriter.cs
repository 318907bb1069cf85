using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using NodaTime;
using Samkjop.Purchasing.Import;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>Writes rows as a file that a Norwegian spreadsheet program opens. No text in it begins a formula, whoever wrote it.</summary>
public static class SheetWriter
{
    private static readonly UTF8Encoding WithByteOrderMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>CSV with semicolons and a byte order mark, without which Norwegian letters are misread.</summary>
    public static byte[] Csv(IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream, WithByteOrderMark, leaveOpen: true))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", NewLine = "\r\n" }))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell is string written ? SheetText.Safe(written) : NeedExport.TextOf(cell));
                }

                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    /// <summary>A workbook with the sheets in order; the first row of each stays in sight.</summary>
    public static byte[] Xlsx(params IReadOnlyList<(string Name, IEnumerable<IReadOnlyList<object?>> Rows)> sheets) => Xlsx([], sheets);

    /// <inheritdoc cref="Xlsx(IReadOnlyList{ValueTuple{string, IEnumerable{IReadOnlyList{object}}}})"/>
    /// <param name="widths">Of the first columns of each sheet, characters; as wide as the program likes where left out.</param>
    /// <param name="sheets">The sheets.</param>
    public static byte[] Xlsx(IReadOnlyList<double> widths, params IReadOnlyList<(string Name, IEnumerable<IReadOnlyList<object?>> Rows)> sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            sheets.ToDictionary(sheet => sheet.Name, sheet => (object)sheet.Rows.Select(CellsOf).ToList(), StringComparer.Ordinal),
            printHeader: false,
            configuration: new OpenXmlConfiguration
            {
                AutoFilter = false,
                FreezeRowCount = 1,
                DynamicColumns = [.. widths.Select((width, index) => new DynamicExcelColumn(index.ToString(CultureInfo.InvariantCulture)) { Index = index, Width = width })],
            });
        return stream.ToArray();
    }

    private static Dictionary<string, object?> CellsOf(IReadOnlyList<object?> row) =>
        row.Index().ToDictionary(cell => cell.Index.ToString(CultureInfo.InvariantCulture), cell => CellOf(cell.Item), StringComparer.Ordinal);

    private static object? CellOf(object? cell) => cell switch
    {
        string text => SheetText.Safe(text),
        LocalDate date => date.ToDateTimeUnspecified(),
        _ => cell,
    };
}
