using NodaTime;

namespace Samkjop.Purchasing.Consolidation;

/// <summary>One need within a lot: what its agency gets of it, and what it asked for.</summary>
/// <param name="NeedId">Which need.</param>
/// <param name="Version">The pinned version.</param>
/// <param name="AgencyId">Whose need.</param>
/// <param name="Quantity">Vehicles.</param>
/// <param name="Requirements">What the need itself asked for; the lot's are at least as strict, unless an officer set them.</param>
/// <param name="Colour">Wished colour.</param>
/// <param name="PriceCeiling">NOK per vehicle ex VAT; not for suppliers.</param>
/// <param name="DeliveryBy">Wished last day of delivery.</param>
/// <param name="IsOption">Whether these vehicles are an option.</param>
public sealed record ConsolidatedLine(
    string NeedId,
    int Version,
    string AgencyId,
    int Quantity,
    VehicleRequirements Requirements,
    string? Colour,
    decimal? PriceCeiling,
    LocalDate? DeliveryBy,
    bool IsOption);

/// <summary>Which need made a requirement of the lot as strict as it is.</summary>
/// <param name="Requirement">Which requirement.</param>
/// <param name="NeedId">The strictest need; the first by id where several are equal.</param>
/// <param name="AgencyId">Its agency.</param>
/// <param name="Explanation">The same as a sentence.</param>
public sealed record RequirementOrigin(RequirementKind Requirement, string NeedId, string AgencyId, Text Explanation);

/// <summary>Needs that are bid for and awarded together.</summary>
/// <param name="LotId">"lot-1", "lot-2" … in the order of class and bands, the same for the same needs whatever their order.</param>
/// <param name="Title">As in the invitation.</param>
/// <param name="VehicleClass">The class of every vehicle in the lot.</param>
/// <param name="TotalQuantity">All vehicles, options included.</param>
/// <param name="OptionQuantity">Vehicles that are an option.</param>
/// <param name="Requirements">The strictest of all lines, unless an officer set them.</param>
/// <param name="Lines">By agency, then need.</param>
/// <param name="Placement">Why the needs of this lot stand together: class and bands in words.</param>
/// <param name="Origins">Which need set each requirement.</param>
public sealed record ConsolidatedLot(
    string LotId,
    Text Title,
    VehicleClass VehicleClass,
    long TotalQuantity,
    long OptionQuantity,
    VehicleRequirements Requirements,
    IReadOnlyList<ConsolidatedLine> Lines,
    Text Placement,
    IReadOnlyList<RequirementOrigin> Origins);

/// <summary>What came out of consolidation.</summary>
public abstract record ConsolidationResult
{
    private ConsolidationResult()
    {
    }

    /// <summary>Every need stands in exactly one lot. Empty when there were no needs.</summary>
    public sealed record Consolidated(IReadOnlyList<ConsolidatedLot> Lots) : ConsolidationResult;

    /// <summary>No lots were made: some needs are out of bounds or stand twice.</summary>
    /// <param name="Problems">What to put right, at most 100 sentences.</param>
    public sealed record Refused(IReadOnlyList<Text> Problems) : ConsolidationResult;
}
