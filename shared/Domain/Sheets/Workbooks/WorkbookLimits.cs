namespace Samkjop.Sheets.Workbooks;

/// <summary>How much of a workbook is read; a small file can unpack to gigabytes.</summary>
/// <param name="UnpackedBytes">Most bytes that the parts that are read may unpack to.</param>
/// <param name="Cells">Most cells that hold something.</param>
/// <param name="Row">The last row.</param>
/// <param name="Column">The last column.</param>
/// <param name="CellLength">Most characters of a cell.</param>
public sealed record WorkbookLimits(int UnpackedBytes, int Cells, int Row, int Column, int CellLength)
{
    /// <summary>Most parts of a file.</summary>
    public const int Parts = 1000;

    /// <summary>For a form of one page.</summary>
    public static WorkbookLimits Form { get; } = new(8 * 1024 * 1024, 5000, 2000, 100, 2000);

    internal Text Exceeded { get; } = new(
        $"Arbeidsboken er for stor: den kan ha høyst {Cells} utfylte celler, {Row} rader, {Column} kolonner, {CellLength} tegn i en celle og {UnpackedBytes / 1024 / 1024} MiB utpakket.",
        $"The workbook is too large: it can have at most {Cells} filled cells, {Row} rows, {Column} columns, {CellLength} characters in a cell and {UnpackedBytes / 1024 / 1024} MiB unpacked.");
}
