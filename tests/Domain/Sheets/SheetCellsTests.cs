using Samkjop.Decisions;
using Samkjop.Sheets;
using NodaTime;

namespace Samkjop.Tests.Domain.Sheets;

public sealed class SheetCellsTests
{
    private static readonly SheetColumn Number = new("antall", IsRequired: true, "number");
    private static readonly SheetColumn Note = new("merknad", IsRequired: false, "note");
    private static readonly Dictionary<string, DateTimeZoneSort> Sorts = new(StringComparer.Ordinal) { ["sommer"] = DateTimeZoneSort.Summer, ["vinter"] = DateTimeZoneSort.Winter };

    private enum DateTimeZoneSort
    {
        Summer,
        Winter,
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("1 200", 1200)]
    [InlineData("3,0", 3)]
    public void A_whole_number_is_read_as_Norwegians_write_it(string written, int expected)
    {
        var findings = new Findings();
        Assert.Equal(expected, Cells(findings, written).Whole(Number, 1, 5000));
        Assert.True(findings.None);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5001")]
    [InlineData("2,5")]
    [InlineData("mange")]
    [InlineData("1e3")]
    [InlineData("")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_number_within_bounds_is_told_by_row_and_column(string written)
    {
        var findings = new Findings();
        Assert.Null(Cells(findings, written).Whole(Number, 1, 5000));
        var error = Assert.Single(findings.ToRefusal("invalid-sheet")!.Errors!);
        Assert.Equal("rows[7].antall", error.Key);
        Assert.StartsWith("Row 7, column \"antall\":", error.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2021-02-01")]
    [InlineData("1.2.2021")]
    [InlineData("01.02.2021")]
    public void A_date_is_read_in_both_ways(string written)
    {
        var findings = new Findings();
        Assert.Equal(new LocalDate(2021, 2, 1), Cells(findings, written).Date(Number));
        Assert.True(findings.None);
    }

    [Theory]
    [InlineData("30.2.2021")]
    [InlineData("2/1/2021")]
    public void A_date_that_is_none_is_told(string written)
    {
        var findings = new Findings();
        Assert.Null(Cells(findings, written).Date(Number));
        Assert.False(findings.None);
    }

    [Fact]
    public void A_name_is_read_in_any_case_and_an_unknown_one_is_told_with_those_that_are_known()
    {
        var findings = new Findings();
        Assert.Equal(DateTimeZoneSort.Winter, Cells(findings, "Vinter").OneOf(Number, Sorts));
        Assert.Null(Cells(findings, "høst").OneOf(Number, Sorts));
        Assert.Contains("sommer, vinter", findings.ToRefusal("invalid-sheet")!.Detail.No, StringComparison.Ordinal);
    }

    [Fact]
    public void Decimals_are_counted_and_an_empty_cell_may_stand_where_nothing_is_required()
    {
        var findings = new Findings();
        Assert.Equal(4.5m, Cells(findings, "4,5").Amount(Number, 0, 80, 1));
        Assert.Null(Cells(findings, "").Amount(Number, 0, 80, 1, required: false));
        Assert.True(findings.None);
        Assert.Null(Cells(findings, "4,55").Amount(Number, 0, 80, 1));
        Assert.False(findings.None);
    }

    [Fact]
    public void Unknown_doubled_and_missing_columns_are_all_told_at_once()
    {
        var findings = new Findings();
        SheetLayout.Of(new SheetTable(["merknad", "Note", "farge"], [new SheetRow(2, ["", "", ""])]), [Number, Note], findings);
        var told = findings.ToRefusal("invalid-sheet")!.Detail.En;
        Assert.Contains("\"farge\" is unknown", told, StringComparison.Ordinal);
        Assert.Contains("\"merknad\" stands twice", told, StringComparison.Ordinal);
        Assert.Contains("\"antall\" is missing", told, StringComparison.Ordinal);
    }

    private static SheetCells Cells(Findings findings, string written)
    {
        var row = new SheetRow(7, [written]);
        return SheetLayout.Of(new SheetTable(["Number"], [row]), [Number, Note], findings).Read(row, findings);
    }
}
