using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Fleet;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Host.Scenarios;

/// <summary>The order and the grouping of events that share an instant: by a round's life, so that neither depends on which document was relayed first.</summary>
internal static class EventOrder
{
    private static readonly string[] Life =
    [
        nameof(RoundOpened), nameof(NeedCarried), nameof(NeedConfirmed), nameof(NeedReported), nameof(NeedEdited), nameof(NeedWithdrawn), nameof(NeedApproved), nameof(LoanAnswered), nameof(AgenciesReminded), nameof(NeedsClosed), nameof(NeedPinned), nameof(NeedDeferred),
        nameof(LotFormed), nameof(NeedPlaced), nameof(LotsLocked), nameof(LotsAdjusted), nameof(LotRearranged), nameof(ProcurementDocumentWritten), nameof(TenderDocumentEntered), nameof(TenderDocumentRemoved), nameof(InvitationReleased), nameof(TenderDocumentCorrected), nameof(ClosingManifestFixed),
        nameof(ImpartialityDeclared), nameof(OpeningApproved), nameof(BidsOpened), nameof(BidOpened), nameof(BidFoundEmpty), nameof(BidChecked), nameof(LotChecked), nameof(LotWithoutBids), nameof(ClarificationAsked), nameof(ClarificationGiven), nameof(SheetCorrected), nameof(MembershipDecided), nameof(LotReopened), nameof(BidProlonged), nameof(LotOutcomeDecided), nameof(NeedTakenOver),
        nameof(BidScored), nameof(LotRanked), nameof(EvaluationCompleted), nameof(AwardProposed), nameof(AwardProposalReturned), nameof(AwardDecided), nameof(AwardLettersSent),
        nameof(StandstillEnded), nameof(ContractSigned), nameof(OrdersPlaced), nameof(OrderPlaced), nameof(DeliveriesBegan), nameof(OptionOrdered), nameof(OrderEntryRecorded), nameof(SupplierReminded), nameof(OrderEscalated), nameof(OrderRuled), nameof(OrderCancelled), nameof(OrderTerminated),
        nameof(OrderAccepted), nameof(LotEnded), nameof(RoundClosed), nameof(AwardNoticePublished), nameof(DisposalConfirmed), nameof(DisposalRetracted),
    ];

    /// <summary>Where the event stands in a round's life.</summary>
    public static int PlaceOf(DomainEvent told) => Array.IndexOf(Life, told.GetType().Name) is >= 0 and var place ? place : Life.Length;

    /// <summary>Events of one instant with the same key are told together.</summary>
    public static object KeyOf(AuditEntry entry) => entry.Event switch
    {
        NeedApproved or OrderAccepted => entry.Event.GetType(),
        OrderEntryRecorded { Kind: OrderEntryKind.Accepted } accepted => (accepted.GetType(), accepted.Kind),
        OrderEntryRecorded recorded => (recorded.GetType(), recorded.Kind, entry.By),
        var other => (other.GetType(), entry.By),
    };
}
