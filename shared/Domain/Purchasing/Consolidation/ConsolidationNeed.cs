using NodaTime;

namespace Samkjop.Purchasing.Consolidation;

/// <summary>An approved need, pinned at one version, as consolidation reads it.</summary>
/// <param name="NeedId">Unique within the round.</param>
/// <param name="Version">The version that the budget holder approved and that is pinned.</param>
/// <param name="AgencyId">Whose need it is.</param>
/// <param name="VehicleClass">What sort of vehicle.</param>
/// <param name="Quantity">Vehicles, 1–10 000.</param>
/// <param name="Requirements">The minimum that each vehicle must meet.</param>
/// <param name="Colour">Wished colour; kept on the line, never a reason for another lot.</param>
/// <param name="PriceCeiling">NOK per vehicle ex VAT, above 0; for the budget only, never shown to suppliers.</param>
/// <param name="DeliveryBy">Wished last day of delivery, Oslo calendar; kept on the line.</param>
/// <param name="IsOption">Whether the need is conditional (subject to loan) and so bought as an option.</param>
public sealed record ConsolidationNeed(
    string NeedId,
    int Version,
    string AgencyId,
    VehicleClass VehicleClass,
    int Quantity,
    VehicleRequirements Requirements,
    string? Colour = null,
    decimal? PriceCeiling = null,
    LocalDate? DeliveryBy = null,
    bool IsOption = false);
