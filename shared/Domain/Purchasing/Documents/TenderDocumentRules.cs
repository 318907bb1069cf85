using System.Collections.Frozen;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>What a tender document must satisfy.</summary>
public static class TenderDocumentRules
{
    public const int MaxTitleLength = 200;
    public const int MaxReasonLength = 2000;

    /// <summary>Most bytes of a document: 10 MiB.</summary>
    public const long MaxBytes = BlobContainers.MaxUploadBytes;

    /// <summary>What every competition should give its bidders, though the round may ask for less.</summary>
    public static IReadOnlyList<TenderDocumentKind> Expected { get; } = [TenderDocumentKind.Specification, TenderDocumentKind.Contract];

    /// <summary>File name extensions that are taken, with the media type that they are served as; nothing that a browser would run.</summary>
    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = "application/pdf",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        ["txt"] = "text/plain; charset=utf-8",
        ["csv"] = "text/csv; charset=utf-8",
        ["zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type that a file is served as; null for one that is not taken.</summary>
    public static string? MediaTypeOf(string fileName) => MediaTypes.GetValueOrDefault(ExtensionOf(fileName));

    /// <summary>The name that a version is saved under: letters, digits, hyphens and a point.</summary>
    public static string SavedNameOf(TenderDocument document, TenderDocumentVersion version)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(version);
        return $"{document.Kind}-v{version.Number}.{ExtensionOf(version.FileName)}".ToLowerInvariant();
    }

    /// <summary>Why the file is refused; null when it may be entered.</summary>
    public static Refusal? Check(Round round, TenderFile file, Text? reason)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(file);
        var name = FileNames.MadeSafe(file.FileName);
        var findings = new Findings();
        findings.Add("title", PurchasingSystemRules.TextProblem(file.Title, MaxTitleLength));
        findings.Require(
            name.Length is > 0 and <= BidLimits.MaxFileName, "fileName",
            $"Filnavnet må ha 1–{BidLimits.MaxFileName} tegn.", $"The file name must have 1–{BidLimits.MaxFileName} characters.");
        findings.Require(
            MediaTypeOf(name) is not null, "fileName",
            $"«{name}» er ikke av et slag som tas imot. Bruk en av: {Extensions}.", $"\"{name}\" is of no kind that is taken. Use one of: {Extensions}.");
        findings.Require(
            file.Size is > 0 and <= MaxBytes, "uploadId",
            $"Filen har {file.Size} byte; den skal ha 1–{MaxBytes}. Last opp en mindre.", $"The file has {file.Size} bytes; it must have 1–{MaxBytes}. Upload a smaller one.");
        if (round.Invitation is not null)
        {
            findings.Require(
                reason is not null, "reason",
                "Invitasjonen er sendt. Skriv hvorfor dokumentet rettes; alle inviterte får lese det.",
                "The invitation is out. Write why the document is corrected; all invited suppliers read it.");
        }

        if (reason is not null)
        {
            findings.Add("reason", PurchasingSystemRules.TextProblem(reason, MaxReasonLength));
        }

        return findings.ToRefusal("invalid-tender-document");
    }

    private static string Extensions => string.Join(", ", MediaTypes.Keys.Order(StringComparer.Ordinal));

    private static string ExtensionOf(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return fileName[(fileName.LastIndexOf('.') + 1)..];
    }
}
