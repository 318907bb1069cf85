using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Import;
using Samkjop.Sheets;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Needs;

public sealed class NeedSheetTests
{
    private static readonly string[] Headers = ["Referanse", "Antall / Quantity", "vehicle class", "Leveringssted", "Ønsket levert innen", "Foreslått pristak (kr)", "Merknad"];

    [Fact]
    public void A_row_is_a_need()
    {
        var need = Assert.Single(Read(["A-1", "3", "Liten varebil", "Storgata 1", "31.10.2021", "390 000,50", "Til hjemmetjenesten"], out var findings));

        Assert.Empty(findings);
        Assert.Equal(
            new ImportedNeed(2, "A-1", new NeedContent(
                3, VehicleClass.SmallVan, VehicleRequirements.None, null, "Storgata 1", new LocalDate(2021, 10, 31), "Til hjemmetjenesten", SuggestedPriceCeiling: 390_000.50m)),
            need);
    }

    [Fact]
    public void Everything_that_is_wrong_with_a_row_is_told_by_row_and_column()
    {
        Assert.Empty(Read(["", "2,5", "romskip", "", "31.10.21", "390.000", "Helst en Tesla"], out var findings));

        Assert.Equal(
            ["rows[2].Referanse", "rows[2].Antall", "rows[2].Kjøretøyklasse", "rows[2].Leveringssted", "rows[2].Ønsket levert innen", "rows[2].Foreslått pristak (kr)", "rows[2].Merknad"],
            findings.Select(finding => finding.Path).OrderBy(Place));
        Assert.All(findings, finding => Assert.StartsWith("Rad 2, kolonne «", finding.Text.No, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.StartsWith("Row 2, column \"", finding.Text.En, StringComparison.Ordinal));
        Assert.Contains("FOA § 15-1", findings.Single(finding => finding.Path.EndsWith("Merknad", StringComparison.Ordinal)).Text.No, StringComparison.Ordinal);

        static int Place(string path) => NeedColumns.All.Select((column, i) => (column, i)).First(c => path.EndsWith($".{c.column.Sheet.Name}", StringComparison.Ordinal)).i;
    }

    [Theory]
    [InlineData("heavyTruck-name", "tung lastebil")]
    [InlineData("over bounds", "stor varebil")]
    public void Rules_of_a_need_are_told_at_its_cells(string what, string vehicleClass)
    {
        _ = Read(["A", "1", vehicleClass, "Storgata 1", "1.1.2021", "", ""], out var findings);
        Assert.Contains(findings, finding => finding.Path == "rows[2].Ønsket levert innen");
        Assert.Equal(what == "heavyTruck-name", findings.Any(finding => finding.Path == "rows[2].Kjøretøyklasse"));
    }

    [Fact]
    public void What_is_replaced_is_told_whole_or_not_at_all()
    {
        var headers = new[] { "referanse", "antall", "kjøretøyklasse", "leveringssted", "erstatter antall", "erstatter drivstoff", "erstatter alder (år)" };
        Assert.Equal(new ReplacedVehicles(2, Drivetrain.Diesel, 7), Assert.Single(Read(headers, [["A", "3", "small van", "Oslo", "2", "Diesel", "7"]], out _)).Content.Replaces);
        Assert.Null(Assert.Single(Read(headers, [["A", "3", "small van", "Oslo", "", "", ""]], out _)).Content.Replaces);
        Assert.Empty(Read(headers, [["A", "3", "small van", "Oslo", "2", "", ""]], out var findings));
        Assert.Equal(["rows[2].Erstatter drivstoff", "rows[2].Erstatter alder (år)"], findings.Select(finding => finding.Path));
        _ = Read(headers, [["A", "3", "small van", "Oslo", "4", "diesel", "7"]], out findings);
        Assert.Equal("rows[2].Erstatter antall", Assert.Single(findings).Path);
    }

    [Fact]
    public void The_same_reference_twice_names_both_rows()
    {
        _ = Read(Headers, [Row("A"), Row("B"), Row("A")], out var findings);
        var finding = Assert.Single(findings);
        Assert.Equal("rows[4].Referanse", finding.Path);
        Assert.Contains("rad 2", finding.Text.No, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_needs_and_too_many_findings_end_the_reading()
    {
        _ = Read(Headers, [.. Enumerable.Range(0, NeedSheet.MaxNeeds + 1).Select(i => Row($"A{i}"))], out var many);
        Assert.Equal("rows", Assert.Single(many).Path);
        _ = Read(Headers, [.. Enumerable.Range(0, 400).Select(i => Row($"A{i}", quantity: "x"))], out var wrong);
        Assert.Equal(NeedSheet.MaxFindings + 1, wrong.Count);
    }

    [Fact]
    public void Characters_that_cannot_be_read_are_told()
    {
        _ = Read(["A\u0007", "1", "stor varebil", "St\ufffdrgata", "", "", ""], out var findings);
        Assert.Equal(["rows[2].Referanse", "rows[2].Leveringssted"], findings.Select(finding => finding.Path));
    }

    [Fact]
    public void What_is_written_is_read_again_as_the_same_need() => Gen.Select(
        Gen.Int[1, 999], Gen.Enum<VehicleClass>().Where(c => LightVehicles.VehicleClasses.Contains(c)), Gen.Int[0, 2000], Gen.Bool, Gen.Int[0, 30_000],
        Gen.Select(Gen.Int[1, 3], Gen.Enum<Drivetrain>(), Gen.Int[0, 80]), Gen.String[Gen.Char["=+-@'aø ;\"\n,"], 0, 12], Gen.Bool).Sample((quantity, vehicleClass, range, flag, cents, old, text, replaces) =>
    {
        var content = new NeedContent(
            quantity, vehicleClass, VehicleRequirements.None with { MinimumRangeKm = range == 0 ? null : range, AllWheelDrive = flag },
            Colour(text), "Storgata 1", flag ? new LocalDate(2021, 11, 1) : null, Colour(text), !flag, cents == 0 ? null : 1 + cents / 100m,
            replaces && old.Item1 <= quantity ? new ReplacedVehicles(old.Item1, old.Item2, old.Item3) : null);
        var need = ReportedNeed with { Content = content, Reference = "R-1" };
        var cells = NeedExport.RowOf(need).Select(cell => NeedExport.TextOf(cell)).Select(SheetText.Safe).Select(cell => SheetText.Plain(cell.Trim()));

        var read = Read([.. NeedColumns.All.Select(column => column.Header.ToString())], [[.. cells]], out var findings);

        Assert.Empty(findings);
        Assert.Equal(new ImportedNeed(2, "R-1", content), Assert.Single(read));

        static string? Colour(string text) => text.Trim() is { Length: > 0 } trimmed ? trimmed : null;
    });

    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData("+47 22", "'+47 22")]
    [InlineData("-5", "'-5")]
    [InlineData("@x", "'@x")]
    [InlineData("'=x", "''=x")]
    [InlineData("'hei'", "'hei'")]
    [InlineData("hvit", "hvit")]
    public void No_text_begins_a_formula(string text, string safe)
    {
        Assert.Equal(safe, SheetText.Safe(text));
        Assert.Equal(text, SheetText.Plain(safe));
    }

    private static string[] Row(string reference, string quantity = "1") => [reference, quantity, "stor varebil", "Storgata 1", "", "", ""];

    private static IReadOnlyList<ImportedNeed> Read(string[] row, out IReadOnlyList<(string Path, Text Text)> findings) => Read(Headers, [row], out findings);

    private static IReadOnlyList<ImportedNeed> Read(string[] headers, string[][] rows, out IReadOnlyList<(string Path, Text Text)> findings)
    {
        var found = new Findings();
        var needs = NeedSheet.Read(
            new SheetTable([.. headers], [.. rows.Select((row, i) => new SheetRow(i + 2, [.. row]))]), LightVehicles, WhileNeedsAreTaken, found);
        findings = found.All;
        return found.None ? needs : [];
    }
}
