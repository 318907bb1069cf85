using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>
/// CSV (RFC 4180) as text: separated by semicolon, comma or tab, whichever the first line has most of. UTF-8, or the eight-bit letters (ISO 8859-1)
/// that older spreadsheets write.
/// </summary>
internal static class CsvSheet
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SheetTable Read(byte[] bytes)
    {
        var text = Decode(bytes);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw SheetProblems.Unreadable(new Text("det er ikke tekst.", "it is not text."));
        }

        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            MaxFieldSize = SheetTable.MaxCellLength * 2,
        };
        try
        {
            using var parser = new CsvParser(new StringReader(text), configuration);
            var builder = new SheetBuilder();
            while (parser.Read())
            {
                builder.Add(parser.Row, parser.Record ?? []);
            }

            return builder.ToTable();
        }
        catch (MaxFieldSizeException)
        {
            throw SheetProblems.TooLarge();
        }
        catch (BadDataException exception)
        {
            var row = exception.Context?.Parser?.Row ?? 0;
            throw SheetProblems.Unreadable(new Text($"anførselstegnene i rad {row} går ikke opp.", $"the quotation marks of row {row} do not match."));
        }
    }

    private static string Decode(byte[] bytes)
    {
        try
        {
            return Utf8.GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    private static string DelimiterOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return new[] { ";", ",", "\t" }.MaxBy(d => first.Count(c => c == d[0]))!;
    }
}
