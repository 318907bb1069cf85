using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>The first sheet of an XLSX workbook as text.</summary>
internal static class XlsxSheet
{
    /// <summary>Most bytes that a workbook may unpack to: a small file can hold gigabytes of nothing.</summary>
    private const long MaxUnpackedBytes = 32 * 1024 * 1024;

    private const int MaxParts = 1000;

    public static SheetTable Read(byte[] bytes)
    {
        try
        {
            RefuseBombs(bytes);
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

    /// <summary>Counts what the parts really unpack to; what a file says of itself may be untrue.</summary>
    private static void RefuseBombs(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        if (archive.Entries.Count > MaxParts)
        {
            throw SheetProblems.TooLarge();
        }

        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                unpacked += read;
                if (unpacked > MaxUnpackedBytes)
                {
                    throw SheetProblems.TooLarge();
                }
            }
        }
    }

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
