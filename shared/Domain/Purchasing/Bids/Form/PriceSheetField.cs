using Samkjop.Sheets;

namespace Samkjop.Purchasing;

/// <summary>A field of a price sheet as people fill it in. Names are wire format; the order is the form's.</summary>
public enum PriceSheetField
{
    Lot,
    Offered,
    Make,
    Model,
    Drivetrain,
    Range,
    Seats,
    Payload,
    CargoVolume,
    Towing,
    AllWheelDrive,
    Battery,
    UnitPrice,
    DeliveryWeeks,
    ValidUntil,
}

/// <summary>How a field stands in the form.</summary>
/// <param name="Field">Which.</param>
/// <param name="Label">As people read it, in both languages.</param>
/// <param name="IsRequired">Whether a sheet must say it.</param>
/// <param name="Guide">What to write.</param>
public sealed record PriceSheetLine(PriceSheetField Field, Text Label, bool IsRequired, Text Guide)
{
    /// <summary>The same as a column, which reads it and tells what is wrong with it.</summary>
    public SheetColumn Column { get; } = new(Label.No, IsRequired, Label.En, $"{Label.No} / {Label.En}");

    /// <summary>As the form has it.</summary>
    public string Title => $"{Label.No} / {Label.En}{(IsRequired ? " *" : "")}";

    internal bool IsCalled(string title) => Column.IsCalled(title.TrimEnd('*', ' '));
}
