using Samkjop.Calendar;

namespace Samkjop.Purchasing.Evidence;

/// <summary>What the proposed winner is told about evidence.</summary>
public static class EvidenceMessages
{
    /// <summary>It is asked for evidence; one message per request.</summary>
    public static OutboundMessage Requested(WinnerEvidence evidence)
    {
        var until = OsloFormat.Deadline(evidence.DueBy);
        return new(
            evidence.RoundId, evidence.Id, MessageRecipient.Supplier(evidence.SupplierId),
            new Text($"Dokumentasjon før tildeling av {evidence.LotId}", $"Evidence before the award of {evidence.LotId}"),
            new Text(
                $"Tilbudet deres er innstilt, men ingenting er vedtatt. Lever dette innen {until.No}: {List(evidence)}.",
                $"Your bid is proposed, but nothing has been decided. Supply this by {until.En}: {List(evidence)}."),
            Link(evidence), evidence.RequestedAt);
    }

    /// <summary>Something it showed was refused; one message per judgement of a submission.</summary>
    public static OutboundMessage Refused(WinnerEvidence evidence, EvidenceItem item, EvidenceJudgement judgement) => new(
        evidence.RoundId, $"{evidence.Id}-{item.ItemId}-{item.Submissions}", MessageRecipient.Supplier(evidence.SupplierId),
        new Text($"Dokumentasjon for {evidence.LotId} ble ikke godtatt", $"Evidence for {evidence.LotId} was not accepted"),
        new Text(
            $"{item.Description}: {judgement.Reason} Lever på nytt så snart dere kan; uten godtatt dokumentasjon kan tilbudet ikke tildeles.",
            $"{item.Description}: {judgement.Reason} Supply it again as soon as you can; without accepted evidence the bid cannot be awarded."),
        Link(evidence), judgement.At);

    private static string List(WinnerEvidence evidence) => string.Join("; ", evidence.Items.Select(item => item.Description));

    private static string Link(WinnerEvidence evidence) => $"/api/rounds/{evidence.RoundId}/lots/{evidence.LotId}/evidence/{evidence.BidId}";
}
