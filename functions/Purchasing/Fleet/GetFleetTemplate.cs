using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Samkjop.Functions.Http;
using Samkjop.Functions.Sheets;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;

namespace Samkjop.Functions.Purchasing.Fleet;

/// <summary>The workbook that an agency fills in to import its fleet: headers on the first sheet, what may be written in them on the second.</summary>
public static class GetFleetTemplate
{
    [Function(nameof(GetFleetTemplate))]
    [RequiresStaff]
    public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fleet-template.xlsx")] HttpRequest request) =>
        new FileReply(SheetWriter.Xlsx(("Bilpark", [Headers]), ("Veiledning", Guide())), SheetBody.Xlsx, "bilpark.xlsx");

    private static IReadOnlyList<object?> Headers { get; } = [.. FleetSheet.Columns.Select(column => column.Name)];

    private static IEnumerable<IReadOnlyList<object?>> Guide() =>
    [
        ["Kolonne", "Hva som skrives", "What to write"],
        [FleetSheet.VehicleClass.Name, $"Kan stå tom. {Names(Enum.GetValues<VehicleClass>().Select(c => c.Name().No))}", $"May be left empty. {Names(Enum.GetValues<VehicleClass>().Select(c => c.Name().En))}"],
        [FleetSheet.Fuel.Name, Names(Enum.GetValues<Drivetrain>().Select(f => f.Name().No)), Names(Enum.GetValues<Drivetrain>().Select(f => f.Name().En))],
        [FleetSheet.Number.Name, $"Helt tall fra 1 til {FleetBaselineRules.MaxNumber}: så mange like kjøretøy raden gjelder.", $"A whole number from 1 to {FleetBaselineRules.MaxNumber}: how many vehicles that are alike the row is of."],
        [FleetSheet.Age.Name, $"År på dagen det telles, 0–{FleetBaselineRules.MaxAgeYears}, høyst én desimal, som 4,5.", $"Years on the day of the count, 0–{FleetBaselineRules.MaxAgeYears}, at most one decimal, such as 4,5."],
    ];

    private static string Names(IEnumerable<string> names) => $"{string.Join(", ", names)}.";
}
