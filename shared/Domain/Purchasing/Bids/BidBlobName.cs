namespace Samkjop.Purchasing;

/// <summary>Where a bid document lies in <see cref="Ports.BlobContainers.Bids"/>: <c>{roundId}/{supplierId}/{bidId}/{documentId}</c>.</summary>
public sealed record BidBlobName(string RoundId, string SupplierId, string BidId, string DocumentId)
{
    public static BidBlobName Of(Bid bid, string documentId)
    {
        ArgumentNullException.ThrowIfNull(bid);
        return new(bid.RoundId, bid.SupplierId, bid.BidId, documentId);
    }

    /// <summary>The prefix of a round's bid documents.</summary>
    public static string PrefixOf(string roundId) => $"{roundId}/";

    /// <summary>Takes a blob's name apart; null when it is none of ours.</summary>
    public static BidBlobName? Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Split('/') is [{ Length: > 0 } round, { Length: > 0 } supplier, { Length: > 0 } bid, { Length: > 0 } document]
            && bid == Bid.IdOf(supplier)
            ? new(round, supplier, bid, document)
            : null;
    }

    public override string ToString() => $"{RoundId}/{SupplierId}/{BidId}/{DocumentId}";
}
