using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Host.Scenarios;

/// <summary>What is told of an award's way to its contract: evidence, complaints, annulment, a winner that drops out.</summary>
internal sealed class DisputeTexts(Names names)
{
    /// <summary>The event as a sentence; null for any other.</summary>
    public string? Of(DomainEvent told) => told switch
    {
        EvidenceRequested asked => $"asks {names.Supplier(asked.SupplierId)} for {EventTexts.Plural(asked.Items, "item")} of evidence for {Names.Lot(asked.LotId)} by {OsloFormat.Deadline(asked.DueBy).En}",
        EvidenceSupplied shown => $"shows evidence for {Names.Lot(shown.LotId)} ({shown.ItemId})",
        EvidenceJudged judged => $"{(judged.Accepted ? "accepts" : "refuses")} evidence of {names.Supplier(judged.SupplierId)} for {Names.Lot(judged.LotId)} ({judged.ItemId})",
        ComplaintReceived complaint => $"{MadeTo(complaint)} about the award of {Names.Lot(complaint.LotId)}{(complaint.Waits ? "; the contract waits" : "")}",
        ComplaintWaitingChanged complaint => $"lets the contract of {Names.Lot(complaint.LotId)} {(complaint.Waits ? "wait for a complaint" : "wait no longer for a complaint")}",
        ComplaintConcluded complaint => $"{Outcome(complaint)} about the award of {Names.Lot(complaint.LotId)}",
        LotSuspended lot => $"holds back the contract of {Names.Lot(lot.LotId)}",
        LotResumed lot => $"no longer holds back the contract of {Names.Lot(lot.LotId)}",
        AwardAnnulled award => $"annuls the award of {Names.Lot(award.LotId)} to {names.Supplier(award.SupplierId)}{(award.Reevaluate ? "; its bids are evaluated again" : "")}",
        WinnerSetAside aside => $"{SetAside(aside)} {Names.Lot(aside.LotId)}{(aside.NextBidId is { } next ? $"; {names.Bidder(next)} is next in rank" : "; nobody is left")}",
        _ => null,
    };

    private string MadeTo(ComplaintReceived complaint) => complaint.MadeTo switch
    {
        ComplaintKind.ToKofa => $"records that {names.Supplier(complaint.SupplierId)} has complained to KOFA",
        ComplaintKind.ToCourt => $"records that {names.Supplier(complaint.SupplierId)} has gone to court",
        _ => $"hands in a complaint of {names.Supplier(complaint.SupplierId)}",
    };

    private static string Outcome(ComplaintConcluded complaint) => (complaint.MadeTo, complaint.Outcome) switch
    {
        (_, ComplaintOutcome.Withdrawn) => "records that a complaint was withdrawn",
        (ComplaintKind.ToCourt, ComplaintOutcome.Dismissed) => "records that the court stops nothing",
        (ComplaintKind.ToCourt, _) => "records that the court found against the decision",
        (_, ComplaintOutcome.Dismissed) => "dismisses the complaint",
        _ => "upholds the complaint",
    };

    private string SetAside(WinnerSetAside aside) => aside.Cause switch
    {
        SetAsideCause.Withdrawn => $"withdraws {names.Supplier(aside.SupplierId)} from",
        SetAsideCause.EvidenceFailed => $"sets {names.Supplier(aside.SupplierId)} aside for want of evidence in",
        _ => $"sets {names.Supplier(aside.SupplierId)} aside, which will not sign the contract of",
    };
}
