using System.IO.Compression;
using System.Text;
using CsCheck;
using MiniExcelLibs;
using Samkjop.Functions.Http;
using Samkjop.Functions.Sheets;
using Samkjop.Sheets;

namespace Samkjop.Tests.Host.Sheets;

/// <summary>CSV and XLSX files become the same table, or an answer that says what is wrong; never anything else.</summary>
public sealed class SheetFileTests
{
    [Theory]
    [InlineData("antall;alder\r\n3;4,5\r\n")]
    [InlineData("antall,alder\n3,\"4,5\"\n")]
    [InlineData("antall\talder\n3\t4,5")]
    [InlineData("\ufeffantall;alder\n\n3;4,5\n;\n")]
    public void CSV_is_read_whatever_separates_its_cells(string csv)
    {
        var table = CsvSheet.Read(Encoding.UTF8.GetBytes(csv));
        Assert.Equal(["antall", "alder"], table.Headers);
        Assert.Equal(["3", "4,5"], Assert.Single(table.Rows).Cells);
    }

    [Fact]
    public void Rows_carry_the_number_that_a_person_sees_also_below_empty_ones() =>
        Assert.Equal([2, 4], CsvSheet.Read("a;b\n1;2\n\n3;4\n"u8.ToArray()).Rows.Select(r => r.Number));

    [Fact]
    public void Norwegian_letters_of_older_spreadsheets_are_read() =>
        Assert.Equal("kjøretøy", CsvSheet.Read(Encoding.Latin1.GetBytes("kjøretøy\nvarebil\n")).Headers[0]);

    [Fact]
    public void A_workbook_reads_as_the_same_table()
    {
        var table = XlsxSheet.Read(Workbook([new() { ["antall"] = 3, ["alder"] = 4.5, ["dato"] = new DateTime(2021, 2, 1), ["merke"] = "æøå" }]));
        Assert.Equal(["antall", "alder", "dato", "merke"], table.Headers);
        Assert.Equal(["3", "4,5", "2021-02-01", "æøå"], Assert.Single(table.Rows).Cells);
    }

    [Theory]
    [InlineData("")]
    [InlineData("antall;alder\n")]
    [InlineData("antall\n1;2\n")]
    [InlineData("antall\n\"1\n")]
    [InlineData("antall\n1\0\n")]
    public void A_CSV_that_cannot_be_read_is_refused(string csv) =>
        Assert.Equal(400, Assert.Throws<ProblemException>(() => CsvSheet.Read(Encoding.UTF8.GetBytes(csv))).Problem.Status);

    [Fact]
    public void Too_many_rows_or_too_long_cells_are_refused()
    {
        var rows = "a\n" + string.Concat(Enumerable.Repeat("1\n", SheetTable.MaxRows + 1));
        Assert.Equal(413, Assert.Throws<ProblemException>(() => CsvSheet.Read(Encoding.UTF8.GetBytes(rows))).Problem.Status);
        var cell = "a\n" + new string('x', SheetTable.MaxCellLength + 1);
        Assert.Equal(413, Assert.Throws<ProblemException>(() => CsvSheet.Read(Encoding.UTF8.GetBytes(cell))).Problem.Status);
    }

    [Fact]
    public void A_workbook_that_unpacks_to_more_than_memory_should_hold_is_refused()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 40; i++)
            {
                part.Write(zeros);
            }
        }

        Assert.Equal(413, Assert.Throws<ProblemException>(() => XlsxSheet.Read(packed.ToArray())).Problem.Status);
    }

    [Theory]
    [InlineData("<dimension ref=\"A1:XFD1048576\"/><sheetData/>")]
    [InlineData("<sheetData><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData>")]
    [InlineData("<sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData>")]
    [InlineData("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")]
    public void A_small_workbook_that_claims_to_be_huge_is_refused_before_it_is_read(string sheet) =>
        Assert.Equal(413, Assert.Throws<ProblemException>(() => XlsxSheet.Read(WithSheet(sheet))).Problem.Status);

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData>")]
    [InlineData("", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1")]
    public void A_workbook_that_refers_outside_itself_or_is_torn_is_refused(string before, string sheet) =>
        Assert.Equal(400, Assert.Throws<ProblemException>(() => XlsxSheet.Read(WithSheet(sheet, before))).Problem.Status);

    [Fact]
    public void A_title_above_the_headers_is_passed_over()
    {
        var csv = CsvSheet.Read("Behov 2021;;\nantall;alder;\n3;4;\n"u8.ToArray());
        Assert.Equal(["antall", "alder", ""], csv.Headers);
        Assert.Equal(3, Assert.Single(csv.Rows).Number);
        Assert.Equal(["antall", "alder"], CsvSheet.Read("Behov, våren 2021\nantall;alder\n3,5;4,5\n"u8.ToArray()).Headers);
        Assert.Equal(["antall", "alder"], CsvSheet.Read("sep=;\nantall;alder\n3;4\n"u8.ToArray()).Headers);
    }

    [Fact]
    public void Letters_and_signs_of_Windows_are_read() =>
        Assert.Equal("– «æøå» €", CsvSheet.Read([.. "a;b\n1;"u8, 0x96, 0x20, 0xAB, 0xE6, 0xF8, 0xE5, 0xBB, 0x20, 0x80]).Rows[0].Cells[1]);

    [Fact]
    public void What_was_guarded_against_formulas_is_read_as_it_was() =>
        Assert.Equal(["=1+1", "'s"], CsvSheet.Read("a;b\n'=1+1;'s\n"u8.ToArray()).Rows[0].Cells);

    [Fact]
    public void Any_damage_to_a_workbook_is_a_table_or_a_refusal()
    {
        var whole = Workbook([.. Enumerable.Range(1, 5).Select(i => new Dictionary<string, object> { ["antall"] = i, ["drivstoff"] = "diesel" })]);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Sample((place, value, length) =>
        {
            byte[] damaged = [.. whole[..length]];
            if (place < damaged.Length)
            {
                damaged[place] = value;
            }

            return ReadsOrRefuses(() => XlsxSheet.Read(damaged));
        }, iter: 300);
    }

    [Fact]
    public void Any_bytes_as_CSV_are_a_table_or_a_refusal() =>
        Gen.OneOf(Gen.Byte.Array[0, 60], Gen.String[Gen.Char["\";,\n\raø"], 0, 40].Select(Encoding.UTF8.GetBytes))
            .Sample(bytes => ReadsOrRefuses(() => CsvSheet.Read(bytes)), iter: 2000);

    private static bool ReadsOrRefuses(Func<SheetTable> read)
    {
        try
        {
            var table = read();
            return table.Rows.All(r => r.Cells.Length == table.Headers.Length);
        }
        catch (ProblemException problem)
        {
            return problem.Problem.Status is 400 or 413;
        }
    }

    private static byte[] WithSheet(string sheet, string before = "")
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Part("xl/worksheets/sheet1.xml", $"{before}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{sheet}</worksheet>");
            void Part(string name, string text)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Workbook(List<Dictionary<string, object>> rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows, excelType: ExcelType.XLSX);
        return stream.ToArray();
    }
}
