using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Openings;

/// <summary>An opened bid as those named for the round see it.</summary>
/// <param name="ValidUntil">The earliest last day on which a sheet of the bid stands, local.</param>
/// <param name="Sheets">As found at the opening, with the reason where one could not be read; corrected ones with what they said.</param>
/// <param name="Membership">That the supplier was no longer admitted at closing; null where it was.</param>
public sealed record OpenedBidView(
    string RoundId, string BidId, string SupplierId, LocalDate? ValidUntil, IReadOnlyList<OpenedSheet> Sheets, IReadOnlyList<OpenedDocumentView> Documents,
    MembershipFlag? Membership)
{
    /// <summary>The whole bid.</summary>
    public static OpenedBidView Of(Bid bid)
    {
        ArgumentNullException.ThrowIfNull(bid);
        return new(bid.RoundId, bid.BidId, bid.SupplierId, bid.ValidUntil, bid.Sheets, [.. bid.Standing.Select(OpenedDocumentView.Of)], bid.Membership);
    }

    /// <summary>What concerns one lot.</summary>
    public static OpenedBidView Of(Bid bid, string lotId)
    {
        var whole = Of(bid);
        return whole with
        {
            Sheets = [.. whole.Sheets.Where(sheet => sheet.LotId == lotId)],
            Documents = [.. whole.Documents.Where(document => document.LotId is null || document.LotId == lotId)],
        };
    }
}

/// <param name="Receipt">When it was received, its size and hash.</param>
public sealed record OpenedDocumentView(string DocumentId, BidDocumentPurpose Purpose, string? LotId, string FileName, BidReceipt? Receipt)
{
    internal static OpenedDocumentView Of(BidDocument document) =>
        new(document.DocumentId, document.Purpose, document.LotId, document.FileName, document.Receipt);
}
