using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Bids;

/// <summary>Documents that were announced and uploaded.</summary>
internal static class Uploads
{
    public static readonly Instant Committed = Competition.During + Duration.FromMinutes(5);

    public static Bid Announced(this Bid bid, string documentId, string? lotId, string fileName = "pris.json", BidDocumentPurpose purpose = BidDocumentPurpose.Sheet) =>
        Bidding.Announce(Competition.Bidding, bid, new AnnounceBidDocument(documentId, purpose, lotId, fileName, Competition.During)).Accepted();

    public static Bid Received(this Bid bid, string documentId, Instant? committedAt = null, long size = 700, Round? round = null) =>
        Receiving.Register(round ?? Competition.Bidding, bid, Upload(documentId, committedAt, size)).Accepted();

    /// <summary>Announced and received.</summary>
    public static Bid With(this Bid bid, string documentId, string lotId) => bid.Announced(documentId, lotId).Received(documentId);

    public static RegisterUpload Upload(string documentId, Instant? committedAt = null, long size = 700) =>
        new(documentId, committedAt ?? Committed, size, documentId.PadRight(64, '0'));
}
