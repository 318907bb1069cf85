using System.Collections.Immutable;
using Samkjop.Calendar;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;
using Samkjop.Sheets;
using static Samkjop.Tests.Domain.Fleet.FleetGiven;

namespace Samkjop.Tests.Domain.Fleet;

public sealed class FleetSheetTests
{
    private static readonly ImmutableArray<string> Headers = ["Klasse", "Drivstoff", "Antall", "Alder"];

    [Fact]
    public void A_sheet_is_read_in_the_words_that_people_write()
    {
        var (lines, refusal) = FleetSheet.Read(new SheetTable(Headers, [
            new SheetRow(2, ["liten varebil", "Diesel", "7", "8"]),
            new SheetRow(3, ["", "el", "17", "2,5"]),
            new SheetRow(4, ["lightTruck", "plug-in hybrid", "1", "0"]),
        ]));
        Assert.Null(refusal);
        Assert.Equal<FleetLine>(
            [
                new(7, Drivetrain.Diesel, 8, VehicleClass.SmallVan), new(17, Drivetrain.BatteryElectric, 2.5m),
                new(1, Drivetrain.PlugInHybrid, 0, VehicleClass.LightTruck),
            ],
            lines);
    }

    [Fact]
    public void Every_fault_is_told_by_row_and_column_and_no_line_is_read()
    {
        var (lines, refusal) = FleetSheet.Read(new SheetTable(Headers, [
            new SheetRow(2, ["romskip", "diesel", "7", "8"]),
            new SheetRow(3, ["", "kull", "0", "8,25"]),
            new SheetRow(5, ["", "diesel", "1", "81"]),
            new SheetRow(6, ["", "diesel", "1", "8"]),
        ]));
        Assert.Empty(lines);
        Assert.Equal(
            ["rows[2].klasse", "rows[3].alder", "rows[3].antall", "rows[3].drivstoff", "rows[5].alder"],
            refusal!.Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_baseline_of_tomorrow_or_of_the_last_century_is_refused()
    {
        var now = OsloTime.StartOfDay(FirstOfFebruary) + NodaTime.Duration.FromHours(9);
        Assert.Null(FleetBaselineRules.Check(Baseline, now));
        Assert.Equal(["date"], FleetBaselineRules.Check(Baseline with { Date = FirstOfFebruary.PlusDays(1) }, now)!.Errors!.Keys);
        Assert.Equal(["date"], FleetBaselineRules.Check(Baseline with { Date = new(1999, 12, 31) }, now)!.Errors!.Keys);
    }
}
