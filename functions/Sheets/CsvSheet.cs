using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>
/// CSV (RFC 4180) as text: separated by semicolon, comma or tab, whichever parts the first lines most evenly. UTF-8, or the eight-bit letters (Windows-1252)
/// that older spreadsheets write.
/// </summary>
internal static class CsvSheet
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A title may stand above the headers.</summary>
    private const int MostLinesLookedAt = 5;

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly string[] Delimiters = [";", ",", "\t"];

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
            return Windows.GetString(bytes);
        }
    }

    private static string DelimiterOf(string text)
    {
        var lines = text.Split('\n', MostLinesLookedAt + 1).Take(MostLinesLookedAt).ToList();
        return Delimiters.MaxBy(d => Evenness([.. lines.Select(line => line.Count(c => c == d[0])).Where(count => count > 0)]))!;
    }

    /// <summary>What parts cells stands as often in line after line; a comma of a title or of decimals does not.</summary>
    private static (int Lines, int All) Evenness(int[] counts) => (counts.CountBy(count => count).Select(pair => pair.Value).DefaultIfEmpty().Max(), counts.Sum());
}
