using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>
/// Corrects obvious errors before the ranking is fixed. The bid is held against the requirements anew, and evaluators give their points anew. The evaluation is
/// where a correction is decided; the bid's sheet follows it and keeps what it said.
/// </summary>
public static class SheetCorrections
{
    /// <summary>Corrects one answer.</summary>
    public static Decision<Evaluation> Correct(Round round, PurchasingSystem system, Lot lot, Bid bid, Evaluation evaluation, CorrectSheet command)
    {
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(command);
        if (EvaluationGate.Refuses(round, lot, evaluation, command.By, command.Now, withoutBids: true) is { } refusal)
        {
            return refusal;
        }

        if (bid.Sheets.FirstOrDefault(s => s.LotId == lot.LotId) is not { Sheet: { } read } opened)
        {
            return ClarificationRefusals.Unreadable(bid.BidId);
        }

        if (evaluation.Corrections.Length >= Clarifications.MaxQuestions)
        {
            return ClarificationRefusals.TooMany(bid.BidId);
        }

        if (command.Field is PriceSheetField.UnitPrice && evaluation.PriceInquiry?.Decision is not null)
        {
            return ClarificationRefusals.PriceDecided(bid.BidId);
        }

        var current = Applied(opened.Original ?? read, evaluation);
        var findings = new Findings();
        EvaluationGate.CheckText(findings, "reason", command.Reason);
        var corrected = Corrected(current, command.Field, command.Value, findings);
        if (findings.ToRefusal("invalid-correction") is { } invalid)
        {
            return invalid;
        }

        if (corrected is null || corrected == current)
        {
            return Decision.Unchanged(evaluation);
        }

        var correction = new SheetCorrection(
            command.Field, PriceSheetForm.WrittenOf(current, command.Field), PriceSheetForm.WrittenOf(corrected, command.Field), command.Reason.Trim(),
            command.By.Subject, command.Now);
        var judged = Checking.Judge(round, system, lot, evaluation, corrected) with
        {
            Corrections = evaluation.Corrections.Add(correction),
            Scores = [],
            Agreement = null,
        };
        return Decision.Accept(judged, new SheetCorrected(lot.LotId, bid.BidId, command.Field, judged.IsAdmissible, evaluation.Scores.Length));
    }

    /// <summary>Lets the bid's sheet follow what was corrected; what it said is kept.</summary>
    public static Decision<Bid> Follow(Bid bid, Evaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(bid);
        ArgumentNullException.ThrowIfNull(evaluation);
        if (evaluation.Corrections.IsEmpty || bid.Sheets.FirstOrDefault(s => s.LotId == evaluation.LotId) is not { Sheet: { } read } opened)
        {
            return Decision.Unchanged(bid);
        }

        var original = opened.Original ?? read;
        var corrected = Applied(original, evaluation);
        return corrected == read
            ? Decision.Unchanged(bid)
            : Decision.Accept(
                bid with { Sheets = bid.Sheets.Replace(opened, opened with { Sheet = corrected, Original = original }) });
    }

    /// <summary>A sheet as it counts.</summary>
    private static PriceSheet Applied(PriceSheet original, Evaluation evaluation) => evaluation.Corrections.Aggregate(
        original, (sheet, correction) => Corrected(sheet, correction.Field, correction.Corrected, new Findings()) ?? sheet);

    private static PriceSheet? Corrected(PriceSheet sheet, PriceSheetField field, string value, Findings findings)
    {
        findings.Require(
            field is not PriceSheetField.Lot && Enum.IsDefined(field), "field",
            "Hvilken delkontrakt tilbudet gjelder, kan ikke rettes.", "Which lot the bid is for cannot be corrected.");
        var answers = PriceSheetForm.Lines.ToDictionary(line => line.Field, line => PriceSheetForm.WrittenOf(sheet, line.Field));
        answers[field] = value.Trim();
        var told = findings.All.Count;
        var corrected = PriceSheetForm.Read(answers, findings, f => new Text($"«{PriceSheetForm.LineOf(f).Label.No}»", $"\"{PriceSheetForm.LineOf(f).Label.En}\""));
        foreach (var problem in corrected is null || findings.All.Count > told ? [] : SheetProblems.Of(corrected, sheet.LotId))
        {
            findings.Add("value", problem);
        }

        return corrected;
    }
}
