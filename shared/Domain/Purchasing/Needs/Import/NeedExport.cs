using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Samkjop.Purchasing.Import;

/// <summary>Writes needs as rows that an import reads again as the same needs.</summary>
public static class NeedExport
{
    private static readonly LocalDatePattern Date = LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu");

    /// <summary>The cells of one need in the template's order: a text, a number, a date or null.</summary>
    public static IReadOnlyList<object?> RowOf(Need need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return [.. NeedColumns.All.Select(column => CellOf(need, column.Field))];
    }

    /// <summary>A cell as text, the way Norwegians write it.</summary>
    public static string TextOf(object? cell) => cell switch
    {
        null => "",
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture).Replace('.', ','),
        LocalDate date => Date.Format(date),
        _ => cell.ToString() ?? "",
    };

    private static object? CellOf(Need need, NeedField field)
    {
        var (content, required, old) = (need.Content, need.Content.Requirements, need.Content.Replaces);
        return field switch
        {
            NeedField.Reference => NeedReference.Of(need),
            NeedField.Quantity => (decimal)content.Quantity,
            NeedField.VehicleClass => content.VehicleClass.Name().No,
            NeedField.DeliverTo => content.DeliverTo,
            NeedField.DeliverBy => content.DeliverBy,
            NeedField.Colour => content.Colour,
            NeedField.Range => (decimal?)required.MinimumRangeKm,
            NeedField.Seats => (decimal?)required.MinimumSeats,
            NeedField.Payload => (decimal?)required.MinimumPayloadKg,
            NeedField.CargoVolume => (decimal?)required.MinimumCargoVolumeLitres,
            NeedField.Towing => (decimal?)required.MinimumTowingKg,
            NeedField.AllWheelDrive => required.AllWheelDrive ? "ja" : null,
            NeedField.ZeroEmission => required.ZeroEmission ? "ja" : null,
            NeedField.Battery => required.MinimumBatteryKwh,
            NeedField.DeliveryWeeks => (decimal?)required.MaximumDeliveryWeeks,
            NeedField.SuggestedPriceCeiling => content.SuggestedPriceCeiling,
            NeedField.SubjectToLoan => content.SubjectToLoan ? "ja" : null,
            NeedField.ReplacedQuantity => (decimal?)old?.Quantity,
            NeedField.ReplacedFuel => old?.Fuel.Name().No,
            NeedField.ReplacedAge => (decimal?)old?.AgeYears,
            NeedField.Note => content.Note,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of a needs sheet."),
        };
    }
}
