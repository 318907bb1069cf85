using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Why a document is not entered, corrected or shown.</summary>
public static class TenderDocumentRefusals
{
    public static Refusal NotUploaded(string uploadId) => Refusal.Conflict(
        "upload-missing",
        $"Ingenting er lastet opp under '{uploadId}'. Ingenting er endret; last opp filen til adressen du fikk, og send dette på nytt.",
        $"Nothing has been uploaded under '{uploadId}'. Nothing was changed; upload the file to the address that you got, and send this again.");

    internal static Refusal Closed(Instant closes) => Refusal.Conflict(
        "tender-documents-closed",
        $"Tilbudsfristen gikk ut {OsloFormat.Deadline(closes).No}. Dokumentene står som de er; ingenting er endret. Er de vesentlig feil, kan runden avlyses med begrunnelse.",
        $"The bid window closed {OsloFormat.Deadline(closes).En}. The documents stand as they are; nothing was changed. Where they are substantially wrong, the round can be cancelled with a reason.");

    internal static Refusal Unknown(string documentId) => Refusal.NotFound(
        "not-found",
        $"Runden har ikke noe dokument '{documentId}'. Ingenting er endret. Kontroller adressen.",
        $"The round has no document '{documentId}'. Nothing was changed. Check the address.");

    internal static Refusal Released(string documentId) => Refusal.Conflict(
        "tender-document-released",
        $"'{documentId}' er sendt til leverandørene og kan ikke tas ut. Ingenting er endret; rett det med en ny versjon og en begrunnelse.",
        $"'{documentId}' has been released to the suppliers and cannot be taken out. Nothing was changed; correct it by a new version with a reason.");

    internal static Refusal TooMany() => Refusal.Conflict(
        "too-many-tender-documents",
        $"En runde kan ha høyst {TenderDocuments.MaxDocuments} dokumenter og {TenderDocuments.MaxVersions} versjoner av dem til sammen. Ingenting er endret; slå sammen dokumenter.",
        $"A round can have at most {TenderDocuments.MaxDocuments} documents and {TenderDocuments.MaxVersions} versions of them together. Nothing was changed; merge documents.");

    internal static Refusal Missing(IReadOnlyCollection<TenderDocumentKind> kinds) => Refusal.Conflict(
        "tender-documents-missing",
        $"Runden krever dokumenter som mangler: {string.Join(", ", kinds.Select(kind => NameOf(kind).No))}. Invitasjonen er ikke sendt; last dem opp og inviter på nytt.",
        $"The round asks for documents that are missing: {string.Join(", ", kinds.Select(kind => NameOf(kind).En))}. The invitation was not sent; nothing was changed. Upload them and invite again.");

    /// <summary>What people call a kind.</summary>
    public static Text NameOf(TenderDocumentKind kind) => kind switch
    {
        TenderDocumentKind.Specification => new("kravspesifikasjon", "specification"),
        TenderDocumentKind.Contract => new("kontrakt", "contract"),
        TenderDocumentKind.PriceSheet => new("prisskjema", "price sheet"),
        TenderDocumentKind.Other => new("annet dokument", "other document"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
