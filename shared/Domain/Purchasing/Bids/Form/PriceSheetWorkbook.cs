using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Samkjop.Decisions;
using Samkjop.Sheets.Workbooks;

namespace Samkjop.Purchasing;

/// <summary>
/// Reads a filled-in form: the answers in column B, wherever their rows stand by now. Values only: what a formula made is nobody's word. Whatever else may be an
/// offer of its own is told as a variant and never passed over.
/// </summary>
public static class PriceSheetWorkbook
{
    /// <summary>The sheet; null when it cannot be taken as one, which is told cell by cell.</summary>
    public static PriceSheet? Read(Workbook workbook, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(findings);
        var forms = workbook.Sheets.Where(IsForm).ToList();
        if (forms is not [var form])
        {
            findings.Add("workbook", forms.Count == 0 ? NoForm : Variants.Text);
            return null;
        }

        TellOtherOffers(workbook, form, findings);
        var (rows, answers) = AnswersIn(form, workbook.CountsFrom1904, findings);
        var sheet = PriceSheetForm.Read(answers, findings, field => PlaceOf(field, rows));
        return findings.None ? sheet : null;
    }

    private static Text NoForm { get; } = new(
        $"Arbeidsboken har ikke noe ark med «{PriceSheetTemplate.Heading}» i celle A1. Bruk prisskjemaet som lastes ned for delkontrakten.",
        $"The workbook has no sheet with \"{PriceSheetTemplate.Heading}\" in cell A1. Use the price sheet that is downloaded for the lot.");

    private static bool IsForm(WorkbookSheet sheet) =>
        sheet.Cells.Any(cell => cell is { Row: 1, Column: PriceSheetTemplate.FieldColumn } && cell.Text == PriceSheetTemplate.Heading);

    private static void TellOtherOffers(Workbook workbook, WorkbookSheet form, Findings findings)
    {
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet != form && sheet.Name != PriceSheetTemplate.GuideName && !sheet.Cells.IsEmpty))
        {
            findings.Add("workbook", $"Arket «{sheet.Name}» hører ikke til skjemaet. {Variants.Text.No}", $"The sheet \"{sheet.Name}\" does not belong to the form. {Variants.Text.En}");
        }

        foreach (var cell in form.Cells.Where(cell => cell.Column > PriceSheetTemplate.LastColumn).Take(10))
        {
            findings.Add(cell.Reference, $"Celle {cell.Reference} er fylt ut, men skjemaet slutter i kolonne D. {Variants.Text.No}", $"Cell {cell.Reference} is filled in, but the form ends in column D. {Variants.Text.En}");
        }
    }

    private static (Dictionary<PriceSheetField, int> Rows, Dictionary<PriceSheetField, string> Answers) AnswersIn(
        WorkbookSheet form, bool countsFrom1904, Findings findings)
    {
        var rows = new Dictionary<PriceSheetField, int>();
        var answers = new Dictionary<PriceSheetField, string>();
        foreach (var row in form.Cells.Where(cell => cell.Row > 1 && cell.Column <= PriceSheetTemplate.AnswerColumn).GroupBy(cell => cell.Row).OrderBy(row => row.Key))
        {
            var title = row.FirstOrDefault(cell => cell.Column == PriceSheetTemplate.FieldColumn)?.Text ?? "";
            var answer = row.FirstOrDefault(cell => cell.Column == PriceSheetTemplate.AnswerColumn);
            if (PriceSheetForm.Lines.FirstOrDefault(line => line.IsCalled(title)) is not { } line)
            {
                if (answer is not null)
                {
                    findings.Add(answer.Reference, $"Celle {answer.Reference} er fylt ut, men «{Short(title)}» er ikke et felt i skjemaet.", $"Cell {answer.Reference} is filled in, but \"{Short(title)}\" is no field of the form.");
                }
            }
            else if (!rows.TryAdd(line.Field, row.Key))
            {
                findings.Add($"A{row.Key}", $"«{line.Label.No}» står i rad {rows[line.Field]} og rad {row.Key}. {Variants.Text.No}", $"\"{line.Label.En}\" stands in row {rows[line.Field]} and row {row.Key}. {Variants.Text.En}");
            }
            else if (answer is not null)
            {
                findings.Require(
                    !answer.IsFormula, answer.Reference, $"Celle {answer.Reference} ({line.Label.No}) er en formel. Bare verdier leses; skriv tallet eller teksten selv.",
                    $"Cell {answer.Reference} ({line.Label.En}) is a formula. Only values are read; write the number or text itself.");
                answers[line.Field] = line.Field is PriceSheetField.ValidUntil ? DateOf(answer, countsFrom1904) : answer.Text;
            }
        }

        return (rows, answers);
    }

    /// <summary>A date as spreadsheets keep it: days since 30 December 1899, which is right from 1 March 1900 on, or since 1 January 1904.</summary>
    private static string DateOf(WorkbookCell cell, bool countsFrom1904) =>
        cell.Number is { } days && days == decimal.Truncate(days) && days is >= 61 and < 200_000
            ? LocalDatePattern.Iso.Format((countsFrom1904 ? new LocalDate(1904, 1, 1) : new LocalDate(1899, 12, 30)).PlusDays((int)days))
            : cell.Text;

    private static Text PlaceOf(PriceSheetField field, Dictionary<PriceSheetField, int> rows)
    {
        var label = PriceSheetForm.LineOf(field).Label;
        return rows.TryGetValue(field, out var row) && WorkbookCell.ReferenceOf(row, PriceSheetTemplate.AnswerColumn) is var cell
            ? new($"Celle {cell} ({label.No})", $"Cell {cell} ({label.En})")
            : new($"Feltet «{label.No}», som mangler i skjemaet", $"The field \"{label.En}\", which the form lacks");
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
