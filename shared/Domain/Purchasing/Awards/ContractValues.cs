namespace Samkjop.Purchasing.Awards;

/// <summary>What the contract of a lot is worth.</summary>
public static class ContractValues
{
    /// <summary>NOK ex VAT: the bid's price as compared times all vehicles, options included; null where the bid is not ranked.</summary>
    public static decimal? Of(Lot lot, string bidId) => lot.Ranking?.Bids.FirstOrDefault(bid => bid.BidId == bidId)?.Price * lot.Content.TotalQuantity;
}
