using System.Collections.Immutable;
using Samkjop.Calendar;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Purchasing;

/// <summary>The price sheet of a lot as rows of a spreadsheet: one answer per field in column B, what the lot asks for beside it.</summary>
public static class PriceSheetTemplate
{
    /// <summary>The tab that is filled in.</summary>
    public const string FormName = "Prisskjema - Price sheet";

    /// <summary>The tab that explains.</summary>
    public const string GuideName = "Veiledning - Guide";

    /// <summary>Column A: the field.</summary>
    public const int FieldColumn = 1;

    /// <summary>Column B: the answer, the only one that is read.</summary>
    public const int AnswerColumn = 2;

    /// <summary>The last column that the template writes; what stands beyond it is somebody's own.</summary>
    public const int LastColumn = 4;

    /// <summary>Widths of the columns, characters.</summary>
    public static ImmutableArray<double> Widths { get; } = [44, 34, 34, 70];

    /// <summary>The first cell of the first row, by which a form is known.</summary>
    public static string Heading { get; } = "Felt / Field";

    /// <summary>The rows of the form.</summary>
    /// <param name="lotId">The lot.</param>
    /// <param name="required">What it asks for, zero emission by law included.</param>
    /// <param name="sheet">The answers; null for an empty form.</param>
    public static IReadOnlyList<IReadOnlyList<object?>> Form(string lotId, VehicleRequirements required, PriceSheet? sheet = null)
    {
        ArgumentNullException.ThrowIfNull(required);
        return
        [
            [Heading, "FYLL UT HER / FILL IN HERE", "Krav / Requirement", "Hva som skrives / What to write"],
            .. PriceSheetForm.Lines.Select(line => (IReadOnlyList<object?>)
            [
                line.Title,
                sheet is not null ? PriceSheetForm.AnswerOf(sheet, line.Field) : line.Field is PriceSheetField.Lot ? lotId : null,
                RequirementOf(line.Field, required)?.ToString(),
                line.Guide.ToString(),
            ]),
        ];
    }

    /// <summary>The rows of the guide.</summary>
    /// <param name="round">The round; its invitation says until when bids are received.</param>
    /// <param name="lot">The lot.</param>
    /// <param name="required">What it asks for.</param>
    public static IEnumerable<IReadOnlyList<object?>> Guide(Round round, ConsolidatedLot lot, VehicleRequirements required)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(lot);
        yield return ["Norsk", "English"];
        yield return [$"{round.Title.No}, {lot.LotId}: {lot.Title.No}", $"{round.Title.En}, {lot.LotId}: {lot.Title.En}"];
        yield return [
            $"{lot.TotalQuantity} kjøretøy, hvorav {lot.OptionQuantity} er opsjoner", $"{lot.TotalQuantity} vehicles, {lot.OptionQuantity} of them options"];
        if (round.Invitation is { } invitation)
        {
            var closes = OsloFormat.Deadline(invitation.Window.Closes);
            yield return [$"Tilbudsfrist: {closes.No}", $"Bids close: {closes.En}"];
            if (invitation.BidsValidUntil is { } demanded)
            {
                yield return [$"Tilbudet skal stå til minst {OsloFormat.Day(demanded).No}", $"Bids must stand until {OsloFormat.Day(demanded).En} at least"];
            }
        }

        foreach (var measure in RequirementMeasure.All.Where(measure => measure.IsSetBy(required)))
        {
            var requirement = measure.Describe(required);
            yield return [$"Krav: {requirement.No}", $"Requirement: {requirement.En}"];
        }

        if (round.ProcurementDocument is { } document)
        {
            yield return [$"Prisgrunnlag: {document.PriceBasis.No}", $"Price basis: {document.PriceBasis.En}"];
        }

        yield return ["Fyll ut kolonne B i skjemaet. Felt merket * må fylles ut. Bare verdier leses; en formel avvises.", "Fill in column B of the form. Fields marked * are required. Only values are read; a formula is rejected."];
        yield return ["Ett tilbud per delkontrakt. Varianter godtas ikke: ikke legg til kolonner, rader eller ark med andre tilbud.", "One offer per lot. Variants are not accepted: do not add columns, rows or sheets with other offers."];
        yield return ["Arket er forseglet til åpningen, og leses først da. Kontroller det før du laster det opp.", "The sheet is sealed until the opening and read only then. Check it before you upload it."];
    }

    private static Text? RequirementOf(PriceSheetField field, VehicleRequirements required) =>
        RequirementMeasure.All.FirstOrDefault(measure => FieldOf(measure.Kind) == field && measure.IsSetBy(required))?.Describe(required);

    private static PriceSheetField FieldOf(RequirementKind kind) => kind switch
    {
        RequirementKind.ZeroEmission => PriceSheetField.Drivetrain,
        RequirementKind.RangeKm => PriceSheetField.Range,
        RequirementKind.Seats => PriceSheetField.Seats,
        RequirementKind.PayloadKg => PriceSheetField.Payload,
        RequirementKind.CargoVolumeLitres => PriceSheetField.CargoVolume,
        RequirementKind.TowingKg => PriceSheetField.Towing,
        RequirementKind.AllWheelDrive => PriceSheetField.AllWheelDrive,
        RequirementKind.BatteryKwh => PriceSheetField.Battery,
        RequirementKind.DeliveryWeeks => PriceSheetField.DeliveryWeeks,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a requirement."),
    };
}
