using System.Collections.Immutable;
using Samkjop.Decisions;
using Samkjop.Sheets;

namespace Samkjop.Purchasing.Fleet;

/// <summary>The sheet that a baseline is imported from: one row per group of vehicles that are alike.</summary>
public static class FleetSheet
{
    public static SheetColumn VehicleClass { get; } = new("klasse", IsRequired: false, "kjøretøyklasse", "vehicleClass", "class");

    public static SheetColumn Fuel { get; } = new("drivstoff", IsRequired: true, "drivlinje", "fuel", "drivetrain");

    public static SheetColumn Number { get; } = new("antall", IsRequired: true, "number", "quantity");

    public static SheetColumn Age { get; } = new("alder", IsRequired: true, "alder i år", "age", "ageYears");

    /// <summary>Every column, in the order of the template.</summary>
    public static IReadOnlyList<SheetColumn> Columns { get; } = [VehicleClass, Fuel, Number, Age];

    /// <summary>The lines, or everything that is wrong with the sheet by row and column; never some of them.</summary>
    public static (ImmutableArray<FleetLine> Lines, Refusal? Refusal) Read(SheetTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var findings = new Findings();
        var layout = SheetLayout.Of(table, Columns, findings);
        if (findings.ToRefusal(InvalidSheet) is { } headers)
        {
            return ([], headers);
        }

        var lines = table.Rows.Select(row => LineOf(layout.Read(row, findings))).ToList();
        return findings.ToRefusal(InvalidSheet) is { } refusal ? ([], refusal) : ([.. lines.OfType<FleetLine>()], null);
    }

    private const string InvalidSheet = "invalid-fleet-sheet";

    private static FleetLine? LineOf(SheetCells cells)
    {
        var vehicleClass = cells.OneOf(VehicleClass, FleetNames.Classes, required: false);
        var fuel = cells.OneOf(Fuel, FleetNames.Fuels);
        var number = cells.Whole(Number, 1, FleetBaselineRules.MaxNumber);
        var age = cells.Amount(Age, 0, FleetBaselineRules.MaxAgeYears, FleetBaselineRules.AgeDecimals);
        return fuel is { } f && number is { } n && age is { } a ? new FleetLine(n, f, a, vehicleClass) : null;
    }
}
