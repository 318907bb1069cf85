using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>A price and specification sheet as a bidder offers it for one lot.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Model">Make, model and variant offered.</param>
/// <param name="Specification">What the vehicle is and can do.</param>
/// <param name="UnitPrice">NOK per vehicle on the stated price basis; above 0.</param>
/// <param name="DeliveryWeeks">From order to delivery, 1–104.</param>
/// <param name="ValidUntil">Last local day on which the bid stands.</param>
public sealed record PriceSheet(string LotId, string Model, VehicleSpecification Specification, decimal UnitPrice, int DeliveryWeeks, LocalDate ValidUntil);

/// <summary>A sheet as it was found at the opening. One that cannot be read is kept with the reason, and is inadmissible.</summary>
/// <param name="LotId">The lot that the document was uploaded for.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Sheet">The sheet; null when it could not be read.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
public sealed record OpenedSheet(string LotId, string DocumentId, PriceSheet? Sheet, Text? Problem)
{
    /// <summary>The sheet as it was read, where an obvious error of it was corrected since; else null.</summary>
    public PriceSheet? Original { get; init; }
}
