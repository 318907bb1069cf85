using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>That there is a document, in which version and with which hash; suppliers that are invited read it where they bid.</summary>
internal static class DocumentTexts
{
    /// <summary>What the invitation released.</summary>
    public static IEnumerable<OcdsDocument> Released(Round round) =>
        from pinned in round.Invitation!.Documents
        from document in round.Documents
        where document.DocumentId == pinned.DocumentId
        from version in document.Versions
        where version.Number == pinned.Version
        select Of(document, version);

    public static OcdsDocument Of(TenderDocument document, TenderDocumentVersion version) => new(
        document.DocumentId, CodeOf(document.Kind), version.Title.No, version.Title.En,
        $"Versjon {version.Number}, SHA-256 {version.Sha256}. Tilgjengelig for inviterte leverandører.",
        $"Version {version.Number}, SHA-256 {version.Sha256}. Available to invited suppliers.",
        version.At, TenderDocumentRules.MediaTypeOf(version.FileName) ?? "application/octet-stream", "nb");

    /// <summary>Of the open codelist documentType.</summary>
    private static string CodeOf(TenderDocumentKind kind) => kind switch
    {
        TenderDocumentKind.Specification => "technicalSpecifications",
        TenderDocumentKind.Contract => "contractDraft",
        _ => "biddingDocuments",
    };
}
