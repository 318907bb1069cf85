using NodaTime;
using Samkjop.Serialization;

namespace Samkjop.Purchasing.Awards;

/// <summary>What both parties sign: the lot's award in short, with what it rests on. Its hash stands in every signature.</summary>
/// <param name="Reference"><c>{round}/{lot}/{number of the letters}</c>.</param>
/// <param name="DocumentVersion">Version of the procurement document, whose contract terms hold.</param>
/// <param name="ManifestSha256">The closing manifest that the bid stands in.</param>
/// <param name="UnitPrice">NOK per vehicle ex VAT.</param>
/// <param name="Quantity">Vehicles that are ordered.</param>
/// <param name="OptionQuantity">Vehicles beside them that may be.</param>
/// <param name="DeliveryWeeks">As the bid promised.</param>
/// <param name="DecidedAt">When the award was decided.</param>
public sealed record ContractTerms(
    string Reference, string RoundId, string LotId, string SupplierId, string BidId, int? DocumentVersion, string? ManifestSha256, string Model, decimal UnitPrice,
    long Quantity, long OptionQuantity, int? DeliveryWeeks, Instant DecidedAt)
{
    /// <summary>The terms of an awarded lot; null while nothing is awarded or the letters are not out.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="sheet">The winner's sheet as it was read at the opening.</param>
    public static ContractTerms? Of(Round round, Lot lot, PriceSheet? sheet) => lot is { Award: { } award, Letters: { } letters } && sheet is not null
        ? new(
            $"{round.RoundId}/{lot.LotId}/{letters.Number}", round.RoundId, lot.LotId, award.SupplierId, award.BidId, round.ProcurementDocument?.Version,
            round.Manifest?.Sha256, sheet.Model, sheet.UnitPrice, lot.Content.TotalQuantity - lot.Content.OptionQuantity, lot.Content.OptionQuantity,
            sheet.DeliveryWeeks, award.At)
        : null;

    /// <summary>Their hash as canonical JSON, lower-case hexadecimal.</summary>
    public string Sha256() => CanonicalJson.Sha256(this);
}
