using Samkjop.Sheets;

namespace Samkjop.Purchasing.Import;

/// <summary>What a column of a needs sheet holds. The order is the template's.</summary>
public enum NeedField
{
    Reference,
    Quantity,
    VehicleClass,
    DeliverTo,
    DeliverBy,
    Colour,
    Range,
    Seats,
    Payload,
    CargoVolume,
    Towing,
    AllWheelDrive,
    ZeroEmission,
    Battery,
    DeliveryWeeks,
    SuggestedPriceCeiling,
    SubjectToLoan,
    ReplacedQuantity,
    ReplacedFuel,
    ReplacedAge,
    Note,
}

/// <summary>One column of a needs sheet.</summary>
/// <param name="Field">What it holds.</param>
/// <param name="Header">As the template has it, in both languages.</param>
/// <param name="IsRequired">Whether each need must fill it in.</param>
/// <param name="Path">The member of a need's content that rules name when it is at fault.</param>
/// <param name="Guide">What to write in it.</param>
public sealed record NeedColumn(NeedField Field, Text Header, bool IsRequired, string Path, Text Guide)
{
    /// <summary>The column as a sheet is read: by either header, or both as the template has them.</summary>
    public SheetColumn Sheet { get; } = new(Header.No, IsRequired, Header.En, Header.ToString());
}
