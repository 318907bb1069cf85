using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using Samkjop.Sheets;

namespace Samkjop.Functions.Sheets;

/// <summary>
/// Looks at a workbook before it is read: a small file can unpack to gigabytes, or say that a cell stands in the millionth row of the sixteen-thousandth column,
/// so that a reader fills in everything before it.
/// </summary>
internal static partial class XlsxGuard
{
    /// <summary>Most bytes that a workbook may unpack to.</summary>
    private const long MaxUnpackedBytes = 32 * 1024 * 1024;

    private const int MaxParts = 1000;

    /// <summary>Rows may lie blank in between, but not more than so many.</summary>
    private const int MaxRowNumber = SheetTable.MaxRows * 2;

    /// <exception cref="Http.ProblemException">413: larger than is taken.</exception>
    public static void Check(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
        if (archive.Entries.Count > MaxParts)
        {
            throw SheetProblems.TooLarge();
        }

        CountUnpacked(archive);
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase)
            && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            using var part = entry.Open();
            CheckPlaces(part);
        }
    }

    /// <summary>Counts what the parts really unpack to; what a file says of itself may be untrue.</summary>
    private static void CountUnpacked(ZipArchive archive)
    {
        var buffer = new byte[64 * 1024];
        long unpacked = 0;
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

    private static void CheckPlaces(Stream part)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
        while (reader.Read())
        {
            var place = (reader.NodeType, reader.LocalName) switch
            {
                (XmlNodeType.Element, "c" or "row") => reader.GetAttribute("r"),
                (XmlNodeType.Element, "dimension" or "mergeCell") => reader.GetAttribute("ref"),
                _ => null,
            };
            if (place?.Split(':').Any(IsTooFar) is true)
            {
                throw SheetProblems.TooLarge();
            }
        }
    }

    /// <summary>Whether "B7", "7" or "B" lies beyond what is taken; anything else is no place.</summary>
    private static bool IsTooFar(string place)
    {
        var match = Place().Match(place);
        if (!match.Success)
        {
            return true;
        }

        var column = match.Groups["column"].Value.Aggregate(0, (sum, letter) => (sum * 26) + (letter - 'A' + 1));
        return column > SheetTable.MaxColumns || (int.TryParse(match.Groups["row"].Value, out var row) && row > MaxRowNumber);
    }

    [GeneratedRegex(@"^\$?(?<column>[A-Z]{0,3})\$?(?<row>[0-9]{0,7})\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
