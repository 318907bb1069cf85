using System.Globalization;
using System.Xml;
using MiniExcelLibs;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>The first sheet of an XLSX workbook as text.</summary>
internal static class XlsxSheet
{
    public static SheetTable Read(byte[] bytes)
    {
        try
        {
            XlsxGuard.Check(bytes);
            using var stream = new MemoryStream(bytes, writable: false);
            var builder = new SheetBuilder();
            var number = 0;
            IEnumerable<object> rows = stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX);
            foreach (var row in rows.Cast<IDictionary<string, object?>>())
            {
                builder.Add(++number, row.Values.Select(TextOf));
            }

            return builder.ToTable();
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidCastException or XmlException or InvalidOperationException or FormatException or KeyNotFoundException
            or ArgumentException or NullReferenceException or NotSupportedException or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            throw SheetProblems.Unreadable(new Text("det er ingen hel XLSX-fil.", "it is no whole XLSX file."));
        }
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture).Replace('.', ','),
        bool yes => yes ? "ja" : "nei",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
