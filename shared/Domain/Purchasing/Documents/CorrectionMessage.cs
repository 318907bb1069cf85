namespace Samkjop.Purchasing;

/// <summary>What each invited supplier is told when a document is corrected or added after the invitation.</summary>
public static class CorrectionMessage
{
    /// <summary>The message to one supplier about one correction.</summary>
    public static OutboundMessage To(string supplierId, Round round, TenderDocument document, TenderDocumentVersion version)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(version);
        var reason = version.Correction ?? throw new ArgumentException("The version is no correction.", nameof(version));
        var kind = TenderDocumentRefusals.NameOf(document.Kind);
        return new OutboundMessage(
            round.RoundId,
            $"{Notices.IdPrefix}{document.DocumentId}-{version.Number}-{supplierId}",
            MessageRecipient.Supplier(supplierId),
            new Text($"Rettet konkurransedokument: {round.Title.No}", $"A tender document corrected: {round.Title.En}"),
            new Text(
                $"«{version.Title.No}» ({kind.No}) foreligger i versjon {version.Number}. Begrunnelse: {reason.No} Les den nye versjonen; det du har levert, kan erstattes eller trekkes til tilbudsfristen. Tidligere versjoner kan fortsatt leses.",
                $"\"{version.Title.En}\" ({kind.En}) is there in version {version.Number}. Reason: {reason.En} Read the new version; what you have handed in can be replaced or withdrawn until closing. Earlier versions stay readable."),
            $"/api/rounds/{round.RoundId}/documents",
            version.At);
    }
}
