using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;
using Samkjop.Decisions;
using Samkjop.Purchasing.Import;
using Samkjop.Sheets;
using Field = Samkjop.Purchasing.PriceSheetField;

namespace Samkjop.Purchasing;

/// <summary>A price sheet as a form of one answer per field: what a spreadsheet holds, and by which an obvious error is corrected.</summary>
public static class PriceSheetForm
{
    private const int MaxText = 200;

    /// <summary>Every line in the form's order.</summary>
    public static ImmutableArray<PriceSheetLine> Lines { get; } =
    [
        new(Field.Lot, new("Delkontrakt", "Lot"), true, new("fylt ut på forhånd; skal stå", "filled in beforehand; leave it")),
        new(Field.Offered, new("Tilbudt kjøretøy", "Vehicle offered"), true, new("merke, modell og variant, slik de står i kontrakten", "make, model and variant, as the contract is to name them")),
        new(Field.Make, new("Merke", "Make"), true, new("som Maxus", "such as Maxus")),
        new(Field.Model, new("Modell og variant", "Model and variant"), true, new("som e-Deliver 3 LWB", "such as e-Deliver 3 LWB")),
        new(Field.Drivetrain, new("Drivlinje", "Drivetrain"), false, new(
            $"en av: {string.Join(", ", Drivetrains.Select(d => d.Name().No))}", $"one of: {string.Join(", ", Drivetrains.Select(d => d.Name().En))}")),
        new(Field.Range, new("Rekkevidde WLTP (km)", "Range WLTP (km)"), false, WholeNumber),
        new(Field.Seats, new("Seter med førerens", "Seats with the driver's"), false, WholeNumber),
        new(Field.Payload, new("Nyttelast (kg)", "Payload (kg)"), false, WholeNumber),
        new(Field.CargoVolume, new("Lastevolum (liter)", "Cargo volume (litres)"), false, WholeNumber),
        new(Field.Towing, new("Tilhengervekt med brems (kg)", "Towing, braked (kg)"), false, WholeNumber),
        new(Field.AllWheelDrive, new("Firehjulsdrift", "All-wheel drive"), false, new("ja eller nei", "yes or no")),
        new(Field.Battery, new("Batteri, brukbart (kWh)", "Battery, usable (kWh)"), false, new("tall med høyst to desimaler", "number with at most two decimals")),
        new(Field.UnitPrice, new("Pris per kjøretøy (kr)", "Price per vehicle (NOK)"), true, new(
            "på konkurransens prisgrunnlag; skriv tallet, ikke en formel", "on the competition's price basis; write the number, not a formula")),
        new(Field.DeliveryWeeks, new("Leveringstid (uker)", "Delivery time (weeks)"), true, new("fra bestilling, 1–104", "from order, 1–104")),
        new(Field.ValidUntil, new("Vedståelsesfrist", "Bid valid until"), true, new("siste dag tilbudet står ved lag, som 30.09.2026", "last day on which the bid stands, such as 30.09.2026")),
    ];

    private static Drivetrain[] Drivetrains => Enum.GetValues<Drivetrain>();

    private static Text WholeNumber => new("helt tall", "whole number");

    /// <summary>The line of a field.</summary>
    public static PriceSheetLine LineOf(PriceSheetField field) => Lines[(int)field];

    /// <summary>The answers of a sheet, as a text, a number, a date or null.</summary>
    public static object? AnswerOf(PriceSheet sheet, PriceSheetField field)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var offered = sheet.Specification;
        return field switch
        {
            Field.Lot => sheet.LotId,
            Field.Offered => sheet.Model,
            Field.Make => offered.Make,
            Field.Model => offered.Model,
            Field.Drivetrain => offered.Drivetrain?.Name().No,
            Field.Range => (decimal?)offered.RangeKm,
            Field.Seats => (decimal?)offered.Seats,
            Field.Payload => (decimal?)offered.PayloadKg,
            Field.CargoVolume => (decimal?)offered.CargoVolumeLitres,
            Field.Towing => (decimal?)offered.TowingKg,
            Field.AllWheelDrive => offered.AllWheelDrive switch { true => "ja", false => "nei", null => null },
            Field.Battery => offered.BatteryKwh,
            Field.UnitPrice => sheet.UnitPrice,
            Field.DeliveryWeeks => (decimal)sheet.DeliveryWeeks,
            Field.ValidUntil => sheet.ValidUntil,
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of a price sheet."),
        };
    }

    /// <summary>The same as text, which reads as the same answer.</summary>
    public static string WrittenOf(PriceSheet sheet, PriceSheetField field) => AnswerOf(sheet, field) switch
    {
        NodaTime.LocalDate date => LocalDatePattern.Iso.Format(date),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture).Replace('.', ','),
        var other => NeedExport.TextOf(other),
    };

    /// <summary>The sheet that the answers make; null when one of them is wrong or a required one is missing, which is told.</summary>
    /// <param name="answers">As text, by field; what is not there is not answered.</param>
    /// <param name="findings">Where faults are told.</param>
    /// <param name="place">What people call the place of a field's answer.</param>
    public static PriceSheet? Read(IReadOnlyDictionary<PriceSheetField, string> answers, Findings findings, Func<PriceSheetField, Text> place)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(place);
        var before = findings.All.Count;
        var row = new SheetRow(1, [.. Lines.Select(line => answers.GetValueOrDefault(line.Field, ""))]);
        var layout = SheetLayout.Of(new SheetTable([.. Lines.Select(line => line.Column.Name)], [row]), [.. Lines.Select(line => line.Column)], findings);
        var cells = layout.Read(row, findings, column => place(Lines.First(line => line.Column == column).Field));
        var sheet = new PriceSheet(
            TextOf(cells, Field.Lot),
            TextOf(cells, Field.Offered),
            new VehicleSpecification
            {
                Make = TextOf(cells, Field.Make),
                Model = TextOf(cells, Field.Model),
                Drivetrain = cells.OneOf(LineOf(Field.Drivetrain).Column, NeedColumns.Fuels, required: false),
                RangeKm = WholeOf(cells, Field.Range),
                Seats = WholeOf(cells, Field.Seats),
                PayloadKg = WholeOf(cells, Field.Payload),
                CargoVolumeLitres = WholeOf(cells, Field.CargoVolume),
                TowingKg = WholeOf(cells, Field.Towing),
                AllWheelDrive = cells.OneOf(LineOf(Field.AllWheelDrive).Column, NeedColumns.YesAndNo, required: false),
                BatteryKwh = cells.Amount(LineOf(Field.Battery).Column, 0, 2000, decimals: 2, required: false),
            },
            cells.Amount(LineOf(Field.UnitPrice).Column, 0.01m, SheetProblems.HighestUnitPrice, decimals: 2) ?? 0,
            cells.Whole(LineOf(Field.DeliveryWeeks).Column, 1, 104) ?? 0,
            cells.Date(LineOf(Field.ValidUntil).Column) ?? default);
        return findings.All.Count == before ? sheet : null;
    }

    private static string TextOf(SheetCells cells, PriceSheetField field) => cells.Text(LineOf(field).Column, MaxText) ?? "";

    /// <summary>How high a number may be is judged with the sheet as a whole, as it is for JSON.</summary>
    private static int? WholeOf(SheetCells cells, PriceSheetField field) => cells.Whole(LineOf(field).Column, 0, 1_000_000, required: false);
}
