using Samkjop.Documents;
using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>How bids are judged, in the standard's codes and in words.</summary>
internal static class CriteriaTexts
{
    public static string? CodeOf(Round round) => round.ProcurementDocument switch
    {
        null => null,
        { Criteria.Length: 1 } => "priceOnly",
        _ => "ratedCriteria",
    };

    public static Text? Of(Round round) => round.ProcurementDocument is { } document
        ? new Text(
            $"{string.Join(", ", document.Criteria.Select(c => $"{c.Name.No} {NorwegianNumber.Percent(c.WeightPercent)}"))}. Pris: {document.PriceBasis.No.TrimEnd('.')}.",
            $"{string.Join(", ", document.Criteria.Select(c => $"{c.Name.En} {NorwegianNumber.Percent(c.WeightPercent)}"))}. Price: {document.PriceBasis.En.TrimEnd('.')}.")
        : null;

    /// <summary>That there is a document, in which version and with which hash; suppliers that are invited read it where they bid.</summary>
    public static OcdsDocument DocumentOf(Round round)
    {
        var invitation = round.Invitation!;
        return new OcdsDocument(
            "procurement-document", "evaluationCriteria", "Tildelingskriterier og prisformel", "Award criteria and price formula",
            $"Versjon {invitation.DocumentVersion}, SHA-256 {invitation.DocumentSha256}. Tilgjengelig for inviterte leverandører.",
            $"Version {invitation.DocumentVersion}, SHA-256 {invitation.DocumentSha256}. Available to invited suppliers.",
            invitation.ReleasedAt, "application/json", "nb");
    }
}
