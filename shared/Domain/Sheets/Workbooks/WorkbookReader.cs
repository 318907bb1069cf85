using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Samkjop.Sheets.Workbooks;

/// <summary>
/// Reads the cells of an XLSX workbook (ECMA-376) without believing it: within limits, without external references, and telling formulas from values, which a
/// reader for ordinary use does not.
/// </summary>
public static class WorkbookReader
{
    private static ReadOnlySpan<byte> ZipSignature => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> EncryptedSignature => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Whether the bytes begin as a workbook does, a password-protected one included.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> content) => content.StartsWith(ZipSignature) || content.StartsWith(EncryptedSignature);

    /// <summary>The workbook, or why it cannot be taken as one; never an exception for what a file says.</summary>
    public static WorkbookReading Read(byte[] content, WorkbookLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        if (content.AsSpan().StartsWith(EncryptedSignature))
        {
            return new(null, new("Arbeidsboken er beskyttet med passord, eller lagret i et eldre format.", "The workbook is protected by a password, or saved in an older format."));
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false));
            return archive.Entries.Count > WorkbookLimits.Parts ? new(null, limits.Exceeded) : new(Read(new WorkbookParts(archive, limits), limits), null);
        }
        catch (WorkbookTooLargeException)
        {
            return new(null, limits.Exceeded);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return new(null, new("Filen er ingen hel XLSX-arbeidsbok.", "The file is no whole XLSX workbook."));
        }
    }

    private static Workbook Read(WorkbookParts parts, WorkbookLimits limits)
    {
        var targets = Targets(parts);
        var strings = SharedStrings(parts);
        var sheets = ImmutableArray.CreateBuilder<WorkbookSheet>();
        var (from1904, left) = (false, limits.Cells);
        using var book = parts.Open("xl/workbook.xml") ?? throw new InvalidDataException("There is no workbook part.");
        while (book.Read())
        {
            if (book is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                from1904 = book.GetAttribute("date1904") is "1" or "true";
            }
            else if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" }
                && targets.GetValueOrDefault(Relation(book)) is { } target && parts.Open(target) is { } sheet)
            {
                using (sheet)
                {
                    var cells = WorkbookCells.Read(sheet, strings, limits, ref left);
                    sheets.Add(new WorkbookSheet(book.GetAttribute("name") ?? "", cells));
                }
            }
        }

        return new Workbook(sheets.ToImmutable(), from1904);
    }

    private static string Relation(XmlReader sheet) =>
        sheet.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? sheet.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";

    private static Dictionary<string, string> Targets(WorkbookParts parts)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var relations = parts.Open("xl/_rels/workbook.xml.rels");
        while (relations?.Read() is true)
        {
            if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && relations.GetAttribute("TargetMode") is not "External"
                && (relations.GetAttribute("Id"), relations.GetAttribute("Target")) is ({ } id, { } target))
            {
                targets[id] = target.StartsWith('/') ? target : $"xl/{target}";
            }
        }

        return targets;
    }

    /// <summary>The text of each shared string: of all its runs, without how it is pronounced.</summary>
    private static List<string> SharedStrings(WorkbookParts parts)
    {
        var strings = new List<string>();
        using var reader = parts.Open("xl/sharedStrings.xml");
        while (reader?.Read() is true)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                strings.Add(TextWithin(reader));
            }
        }

        return strings;
    }

    /// <summary>The text of the element that the reader stands on.</summary>
    internal static string TextWithin(XmlReader reader)
    {
        var text = new StringBuilder();
        using var within = reader.ReadSubtree();
        within.Read();
        while (!within.EOF)
        {
            if (within is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                within.Skip();
            }
            else if (within is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(within.ReadElementContentAsString());
            }
            else
            {
                within.Read();
            }
        }

        return text.ToString();
    }
}
