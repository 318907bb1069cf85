using NodaTime;
using Samkjop.Decisions;
using Samkjop.Sheets;
using static Samkjop.Purchasing.Import.NeedColumns;

namespace Samkjop.Purchasing.Import;

/// <summary>
/// Makes a need of one row. Where a cell cannot be read something harmless stands in for it, so that the rules judge the rest of the row too.
/// </summary>
internal static class NeedRow
{
    /// <summary>The need; null when something of the row is wrong, which is told.</summary>
    public static ImportedNeed? Read(SheetCells cells, PurchasingSystem system, Instant now, Findings findings)
    {
        var before = findings.All.Count;
        var reference = Text(cells, NeedField.Reference, NeedReference.MaxLength, required: true);
        var content = new NeedContent(
            cells.Whole(Of(NeedField.Quantity).Sheet, 1, NeedRules.MaxQuantity) ?? NeedRules.MaxQuantity,
            cells.OneOf(Of(NeedField.VehicleClass).Sheet, Classes) ?? system.VehicleClasses[0],
            Requirements(cells),
            Text(cells, NeedField.Colour, NeedRules.MaxColourLength),
            Text(cells, NeedField.DeliverTo, NeedRules.MaxAddressLength, required: true) ?? "-",
            cells.Date(Of(NeedField.DeliverBy).Sheet, required: false),
            Text(cells, NeedField.Note, NeedRules.MaxNoteLength),
            Flag(cells, NeedField.SubjectToLoan),
            cells.Amount(Of(NeedField.SuggestedPriceCeiling).Sheet, 1, NeedRules.MaxPriceCeiling, decimals: 2, required: false),
            Replaced(cells));

        var unreadable = findings.All.Skip(before).Select(finding => finding.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, text) in NeedRules.Find(content, system, now).All)
        {
            if (All.FirstOrDefault(column => column.Path == path) is { } column && !unreadable.Contains(cells.PathOf(column.Sheet)))
            {
                cells.Tell(column.Sheet, text.No, text.En);
            }
        }

        return findings.All.Count == before ? new ImportedNeed(cells.Number, reference!, content) : null;
    }

    private static VehicleRequirements Requirements(SheetCells cells) => new()
    {
        ZeroEmission = Flag(cells, NeedField.ZeroEmission),
        AllWheelDrive = Flag(cells, NeedField.AllWheelDrive),
        MinimumRangeKm = Least(cells, NeedField.Range, VehicleRequirements.MaxRangeKm),
        MinimumSeats = Least(cells, NeedField.Seats, VehicleRequirements.MaxSeats),
        MinimumPayloadKg = Least(cells, NeedField.Payload, VehicleRequirements.MaxPayloadKg),
        MinimumCargoVolumeLitres = Least(cells, NeedField.CargoVolume, VehicleRequirements.MaxCargoVolumeLitres),
        MinimumTowingKg = Least(cells, NeedField.Towing, VehicleRequirements.MaxTowingKg),
        MinimumBatteryKwh = cells.Amount(Of(NeedField.Battery).Sheet, 1, VehicleRequirements.MaxBatteryKwh, decimals: 2, required: false),
        MaximumDeliveryWeeks = Least(cells, NeedField.DeliveryWeeks, VehicleRequirements.MaxDeliveryWeeks),
    };

    private static ReplacedVehicles? Replaced(SheetCells cells)
    {
        NeedField[] fields = [NeedField.ReplacedQuantity, NeedField.ReplacedFuel, NeedField.ReplacedAge];
        var required = fields.Any(field => cells.Written(Of(field).Sheet).Length > 0);
        var (quantity, fuel, age) = (
            cells.Whole(Of(NeedField.ReplacedQuantity).Sheet, 1, NeedRules.MaxQuantity, required),
            cells.OneOf(Of(NeedField.ReplacedFuel).Sheet, Fuels, required),
            cells.Whole(Of(NeedField.ReplacedAge).Sheet, 0, NeedRules.MaxAgeYears, required));
        return quantity is null || fuel is null || age is null ? null : new ReplacedVehicles(quantity.Value, fuel.Value, age.Value);
    }

    private static string? Text(SheetCells cells, NeedField field, int maximum, bool required = false)
    {
        var column = Of(field).Sheet;
        var text = cells.Text(column, maximum, required);
        if (text?.Any(c => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is '\ufffd') is true)
        {
            cells.Tell(column, "teksten har tegn som ikke kan leses. Skriv den på nytt.", "the text holds characters that cannot be read. Write it again.");
        }

        return text;
    }

    private static int? Least(SheetCells cells, NeedField field, int maximum) => cells.Whole(Of(field).Sheet, 1, maximum, required: false);

    private static bool Flag(SheetCells cells, NeedField field) => cells.OneOf(Of(field).Sheet, YesAndNo, required: false) ?? false;
}
