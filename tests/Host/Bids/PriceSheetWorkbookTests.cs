using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using NodaTime;
using Samkjop.Functions.Sheets;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Host.Bids;

/// <summary>The price sheet as a workbook: what is filled in is read at the opening as the same sheet, and whatever else it is, is told.</summary>
public sealed class PriceSheetWorkbookTests
{
    private static readonly VehicleRequirements Required = new() { ZeroEmission = true, MinimumRangeKm = 250, MaximumDeliveryWeeks = 26 };

    private static readonly PriceSheet Sheet = new(
        "lot-1", "Maxus e-Deliver 3", new VehicleSpecification { Make = "Maxus", Model = "e-Deliver 3", Drivetrain = Drivetrain.BatteryElectric, RangeKm = 344 },
        420_000.50m, 16, new LocalDate(2021, 9, 30));

    [Fact]
    public void Whatever_sheet_the_form_is_filled_in_with_is_read_back()
    {
        var text = Gen.String[Gen.Char["abcÆØÅæøå 019.,-='\"<&>/+"], 1, 30].Select(t => t.Trim()).Where(t => t.Length > 0);
        var number = Gen.Int[0, 900].Nullable();
        Gen.Select(text, text, text, Gen.Enum<Drivetrain>().Nullable(), number, Gen.Int[1, 200].Nullable(), Gen.Bool.Nullable(), Gen.Decimal[0.01m, 99_999_999m])
            .Select(Gen.Int[1, 104], Gen.Int[0, 4000], Gen.Int[0, 200_000].Nullable())
            .Sample((first, weeks, days, cents) =>
            {
                var (model, make, variant, drivetrain, range, seats, allWheel, price) = first;
                var sheet = new PriceSheet(
                    "lot-1", model,
                    new VehicleSpecification
                    {
                        Make = make, Model = variant, Drivetrain = drivetrain, RangeKm = range, Seats = seats, AllWheelDrive = allWheel, BatteryKwh = cents / 100m,
                    },
                    decimal.Round(price, 2), weeks, new LocalDate(2021, 1, 1).PlusDays(days));

                var opened = Read(Workbook(sheet));

                Assert.True(opened.Problem is null, opened.Problem?.En);
                Assert.Equal(sheet, opened.Sheet);
            }, iter: 100);
    }

    [Fact]
    public void An_untouched_form_is_told_field_by_field_and_its_lot_stands_in_it()
    {
        var problem = Read(SheetWriter.Xlsx((PriceSheetTemplate.FormName, PriceSheetTemplate.Form("lot-1", Required)))).Problem!;

        Assert.Contains("Celle B14 (Pris per kjøretøy (kr)): cellen er tom", problem.No, StringComparison.Ordinal);
        Assert.DoesNotContain("Delkontrakt", problem.No, StringComparison.Ordinal);
        Assert.DoesNotContain("Rekkevidde", problem.No, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PriceSheetField.UnitPrice, "fire hundre tusen", "Celle B14 (Pris per kjøretøy (kr)): «fire hundre tusen» skal være et tall")]
    [InlineData(PriceSheetField.DeliveryWeeks, "16,5", "Celle B15 (Leveringstid (uker)): «16,5» skal være et helt tall fra 1 til 104")]
    [InlineData(PriceSheetField.ValidUntil, "31.9.2021", "Celle B16 (Vedståelsesfrist): «31.9.2021» er ingen dato")]
    [InlineData(PriceSheetField.Drivetrain, "damp", "Celle B6 (Drivlinje): «damp» er ukjent")]
    [InlineData(PriceSheetField.Lot, "lot-2", "lastet opp for lot-1, men gjelder lot-2")]
    public void A_wrong_answer_is_told_by_its_cell(PriceSheetField field, string answer, string problem) =>
        Assert.Contains(problem, Read(Edited(rows => rows[(int)field + 1][1] = answer)).Problem!.No, StringComparison.Ordinal);

    [Fact]
    public void Rows_may_stand_in_another_order()
    {
        var opened = Read(Edited(rows => rows.Reverse(1, rows.Count - 1)));

        Assert.Equal(Sheet, opened.Sheet);
    }

    [Theory]
    [InlineData(4, "390000")]
    [InlineData(5, "Alternativ: 390000")]
    public void A_second_offer_beside_the_first_is_a_variant(int column, string text) => Assert.Contains(
        "Varianter godtas ikke", Read(Edited(rows => rows[13].AddRange(Enumerable.Repeat<object?>(null, column - rows[13].Count).Append(text)))).Problem!.No, StringComparison.Ordinal);

    [Fact]
    public void A_second_offer_below_or_on_a_sheet_of_its_own_is_a_variant()
    {
        var below = Read(Edited(rows => rows.Add(["Pris per kjøretøy / Price per vehicle (NOK)", 390_000m])));
        var again = Read(Edited(rows => rows.Add([.. rows[13]])));
        var form = PriceSheetTemplate.Form("lot-1", Required, Sheet);
        var two = Read(SheetWriter.Xlsx((PriceSheetTemplate.FormName, form), ("Alternativ", form)));
        var notes = Read(SheetWriter.Xlsx((PriceSheetTemplate.FormName, form), ("Alternativ", [["Pris", 390_000m]])));

        Assert.Contains("B17", below.Problem!.No, StringComparison.Ordinal);
        Assert.All([again, two, notes], opened => Assert.Contains("Varianter godtas ikke", opened.Problem!.No, StringComparison.Ordinal));
    }

    [Fact]
    public void A_formula_is_nobodys_word()
    {
        var opened = Read(Changed("xl/worksheets/sheet1.xml", xml => System.Text.RegularExpressions.Regex.Replace(
            xml, "(<x:c r=\"B14\"[^>]*>)", "$1<x:f>1+1</x:f>")));

        Assert.Equal("Celle B14 (Pris per kjøretøy (kr)) er en formel. Bare verdier leses; skriv tallet eller teksten selv.", opened.Problem!.No);
    }

    [Theory]
    [InlineData("<x:row r=\"1048576\"><x:c r=\"A1048576\"><x:v>1</x:v></x:c></x:row></x:sheetData>")]
    [InlineData("<x:row r=\"20\"><x:c r=\"ZZZ20\"><x:v>1</x:v></x:c></x:row></x:sheetData>")]
    public void A_sheet_that_claims_to_be_huge_is_refused_with_the_limits(string end) => Assert.Contains(
        "for stor", Read(Changed("xl/worksheets/sheet1.xml", xml => xml.Replace("</x:sheetData>", end, StringComparison.Ordinal))).Problem!.No, StringComparison.Ordinal);

    [Fact]
    public void A_sheet_that_unpacks_to_more_than_it_should_is_refused_with_the_limits()
    {
        var bomb = Changed("xl/worksheets/sheet1.xml", xml => xml.Replace("</x:sheetData>", "</x:sheetData>" + new string(' ', 9 * 1024 * 1024), StringComparison.Ordinal));

        Assert.True(bomb.Length < BidLimits.MaxSheetBytes);
        Assert.Contains("8 MiB utpakket", Read(bomb).Problem!.No, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<torn>")]
    public void A_workbook_that_refers_outside_itself_or_is_torn_is_refused(string before) =>
        Assert.Contains("ingen hel XLSX", Read(Changed("xl/worksheets/sheet1.xml", xml => before + xml[xml.IndexOf("<x:worksheet", StringComparison.Ordinal)..])).Problem!.No, StringComparison.Ordinal);

    [Fact]
    public void Any_damage_to_a_workbook_is_a_sheet_or_a_stated_problem()
    {
        var whole = Workbook(Sheet);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[4, whole.Length]).Sample((place, value, length) =>
        {
            byte[] damaged = [.. whole[..length]];
            damaged[Math.Min(place, length - 1)] = value;
            var opened = Read(damaged);
            return (opened.Sheet is null) != (opened.Problem is null);
        }, iter: 300);
    }

    private static OpenedSheet Read(byte[] content) => SheetReader.Read(
        new("bid-bertel", "bertel", "doc-1", BidDocumentPurpose.Sheet, "lot-1", default, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), content);

    private static byte[] Workbook(PriceSheet sheet) => SheetWriter.Xlsx(PriceSheetTemplate.Widths, (PriceSheetTemplate.FormName, PriceSheetTemplate.Form("lot-1", Required, sheet)));

    private static byte[] Edited(Action<List<List<object?>>> edit)
    {
        List<List<object?>> rows = [.. PriceSheetTemplate.Form("lot-1", Required, Sheet).Select(row => row.ToList())];
        edit(rows);
        var width = rows.Max(row => row.Count);
        rows.ForEach(row => row.AddRange(Enumerable.Repeat<object?>(null, width - row.Count)));
        return SheetWriter.Xlsx((PriceSheetTemplate.FormName, rows));
    }

    /// <summary>A filled-in form with one part rewritten.</summary>
    private static byte[] Changed(string part, Func<string, string> change)
    {
        using var packed = new MemoryStream();
        packed.Write(Workbook(Sheet));
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(archive.GetEntry(part)!.Open()))
            {
                xml = reader.ReadToEnd();
            }

            archive.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(change(xml));
        }

        return packed.ToArray();
    }
}
