using System.Security.Cryptography;
using System.Text.Json;
using Samkjop.Decisions;
using Samkjop.Serialization;
using Samkjop.Sheets.Workbooks;

namespace Samkjop.Purchasing;

/// <summary>Reads a sealed sheet at the opening, JSON or XLSX by what it begins with: strictly, and without giving up on the round when one cannot be read.</summary>
public static class SheetReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The sheet, or why it cannot be taken as one.</summary>
    /// <param name="entry">What the closing manifest says of the document.</param>
    /// <param name="content">The bytes as the store has them now.</param>
    public static OpenedSheet Read(ManifestEntry entry, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(content);
        var lotId = entry.LotId ?? throw new ArgumentException("A sheet is for one lot.", nameof(entry));
        if (content.Length != entry.Size || Convert.ToHexStringLower(SHA256.HashData(content)) != entry.Sha256)
        {
            return new OpenedSheet(lotId, entry.DocumentId, null, new Text(
                "Innholdet er ikke det som ble mottatt: kontrollsummen stemmer ikke med protokollen fra tilbudsfristen.",
                "The content is not what was received: its hash differs from the closing manifest's."));
        }

        var (sheet, problem) = WorkbookReader.IsWorkbook(content) ? FromWorkbook(content) : FromJson(content);
        if (sheet is null)
        {
            return new OpenedSheet(lotId, entry.DocumentId, null, problem);
        }

        var problems = SheetProblems.Of(sheet, lotId).ToList();
        return problems.Count == 0
            ? new OpenedSheet(lotId, entry.DocumentId, sheet, null)
            : new OpenedSheet(lotId, entry.DocumentId, null, Joined(problems));
    }

    private static (PriceSheet? Sheet, Text? Problem) FromWorkbook(byte[] content)
    {
        var reading = WorkbookReader.Read(content, WorkbookLimits.Form);
        if (reading.Workbook is not { } workbook)
        {
            return (null, reading.Problem);
        }

        var findings = new Findings();
        return PriceSheetWorkbook.Read(workbook, findings) is { } sheet ? (sheet, null) : (null, Joined(findings.All.Select(finding => finding.Text)));
    }

    private static (PriceSheet? Sheet, Text? Problem) FromJson(byte[] content)
    {
        var text = content.AsSpan().StartsWith(ByteOrderMark) ? content.AsSpan(ByteOrderMark.Length) : content;
        try
        {
            return (JsonSerializer.Deserialize<PriceSheet>(text, SamkjopJson.Options) ?? throw new JsonException("The sheet is null.", "$", null, null), null);
        }
        catch (JsonException) when (IsList(text))
        {
            return (null, new Text($"Prisskjemaet er en liste. {Variants.Text.No}", $"The sheet is a list ($). {Variants.Text.En}"));
        }
        catch (JsonException exception)
        {
            var place = exception.Path ?? "$";
            return (null, new Text(
                $"Prisskjemaet kan ikke leses ved {place}: feltet mangler, er ukjent eller har feil form.",
                $"The sheet cannot be read at {place}: the member is missing, unknown or malformed."));
        }
    }

    private static bool IsList(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8) is [(byte)'[', ..];

    private static Text Joined(IEnumerable<Text> problems)
    {
        var all = problems.Distinct().ToList();
        return new(string.Join(" ", all.Select(p => p.No)), string.Join(" ", all.Select(p => p.En)));
    }
}
