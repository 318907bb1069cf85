using Samkjop.Audit;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Host.Scenarios;

/// <summary>Events of the audit log as sentences, and their order where they share an instant.</summary>
internal sealed class EventTexts(Names names)
{
    /// <summary>Events in the order of a round's life; those of one instant are told in this order, so that it does not depend on which document was relayed first.</summary>
    private static readonly string[] Life =
    [
        nameof(RoundOpened), nameof(NeedReported), nameof(NeedEdited), nameof(NeedWithdrawn), nameof(NeedApproved), nameof(NeedsClosed), nameof(NeedPinned), nameof(NeedDeferred),
        nameof(LotFormed), nameof(NeedPlaced), nameof(LotsLocked), nameof(ProcurementDocumentWritten), nameof(InvitationReleased), nameof(ClosingManifestFixed),
        nameof(ImpartialityDeclared), nameof(OpeningApproved), nameof(BidsOpened), nameof(BidOpened), nameof(BidFoundEmpty), nameof(BidChecked), nameof(LotChecked), nameof(LotWithoutBids),
        nameof(BidScored), nameof(LotRanked), nameof(EvaluationCompleted), nameof(AwardProposed), nameof(AwardProposalReturned), nameof(AwardDecided), nameof(AwardLettersSent),
        nameof(StandstillEnded), nameof(ContractSigned), nameof(OrdersPlaced), nameof(OrderPlaced), nameof(DeliveriesBegan), nameof(OrderEntryRecorded), nameof(SupplierReminded),
        nameof(OrderAccepted), nameof(LotEnded), nameof(RoundClosed),
    ];

    /// <summary>Where the event stands in a round's life.</summary>
    public static int Order(DomainEvent told) => Array.IndexOf(Life, told.GetType().Name) is >= 0 and var place ? place : Life.Length;

    /// <summary>The event as a sentence without its subject; null for what the steps tell themselves or nobody asks for.</summary>
    public string? One(DomainEvent told) => told switch
    {
        ISealedUntilOpening or BidsRead or AttemptRefused or ImpartialityDeclared or NeedPinned or NeedPlaced or BidOpened or OrdersPlaced => null,
        RoundOpened opened => $"opens needs collection; needs are wanted by {OsloFormat.Moment(opened.Needs.Deadline).En}",
        NeedReported need => $"reports a need for {Names.Vehicles(need.VehicleClass, need.Quantity)}{(need.Late ? " (late)" : "")}",
        NeedEdited need => $"edits the need: {Names.Vehicles(need.VehicleClass, need.Quantity)}{(need.ApprovalLapsed ? "; the approval lapses" : "")}",
        NeedWithdrawn => "withdraws the need",
        NeedApproved approved => $"approves a need of {names.Agency(approved.AgencyId)}",
        NeedsClosed => "closes needs collection and locks the needs",
        NeedDeferred deferred => $"leaves a need of {names.Agency(deferred.AgencyId)} to {(deferred.NextRoundId is { } next ? $"round {next}" : "the next round")}",
        LotFormed lot => $"forms {Names.Lot(lot.LotId)}: {Names.Vehicles(lot.VehicleClass, lot.Vehicles)} of {Plural(lot.Needs, "need")}",
        LotsLocked locked => $"locks {Plural(locked.Lots, "lot")}: {Plural(locked.Needs, "need")}, {Plural(locked.Vehicles, "vehicle")}",
        ProcurementDocumentWritten written => $"writes version {written.Version} of the procurement document",
        InvitationReleased sent => $"releases the invitation to {Plural(sent.InvitedSupplierIds.Length, "supplier")}; bids are taken until {OsloFormat.Deadline(sent.Window.Closes).En}",
        ClosingManifestFixed => "fixes the closing manifest: what is not in it is late",
        OpeningApproved approval => $"approves the opening ({approval.Approvals} of {approval.Needed})",
        BidsOpened opened => $"opens the bids: {Plural(opened.Documents, "document")}",
        BidFoundEmpty empty => $"finds nothing in time from {names.Supplier(empty.SupplierId)}",
        BidChecked { Admissible: false } failed => $"rejects the bid of {names.Bidder(failed.BidId)} for {Names.Lot(failed.LotId)}: a mandatory requirement is not met",
        BidChecked => null,
        LotChecked lot => $"has checked {Names.Lot(lot.LotId)}: {lot.Admissible} of {Plural(lot.Bids, "bid")} admissible",
        LotWithoutBids lot => $"ends {Names.Lot(lot.LotId)} without award: no admissible bid",
        BidScored scored => $"gives points to {names.Bidder(scored.BidId)} in {Names.Lot(scored.LotId)}: {string.Join(", ", scored.Points.Select(p => $"{p.CriterionId} {p.Points:0.##}"))}",
        ScoresLocked or ScoresUnlocked => null,
        LotRanked ranked => $"ranks {Names.Lot(ranked.LotId)}: {string.Join(", ", ranked.BidIds.Select((bid, i) => $"{i + 1}. {names.Bidder(bid)}"))}",
        EvaluationCompleted done => $"completes the evaluation: {Plural(done.Ranked, "lot")} ranked, {done.WithoutBids} without bids",
        _ => OfAwards(told),
    };

    /// <summary>Several events of one kind and instant as one sentence; null where each is told on its own.</summary>
    public string? Many(IReadOnlyList<DomainEvent> told) => told[0] switch
    {
        NeedPinned => $"pins {Plural(told.Count, "approved need")}",
        NeedApproved when told.Count > 2 => $"approves {Plural(told.Count, "need")}",
        OrderPlaced when told.Count > 2 => $"places {Plural(told.Count, "order")} with {names.Supplier(((OrderPlaced)told[0]).SupplierId)}: "
            + string.Join(", ", told.Cast<OrderPlaced>().Select(o => $"{names.Agency(o.AgencyId)} {o.Quantity}")),
        _ => null,
    };

    private string? OfAwards(DomainEvent told) => told switch
    {
        AwardProposed award => $"proposes to award {Names.Lot(award.LotId)} to {names.Supplier(award.SupplierId)}",
        AwardProposalReturned award => $"returns the proposal for {Names.Lot(award.LotId)}",
        AwardDecided award => $"awards {Names.Lot(award.LotId)} to {names.Supplier(award.SupplierId)}",
        AwardLettersSent letters => $"sends {Plural(letters.Recipients.Length, "letter")} for {Names.Lot(letters.LotId)}, all at once"
            + (letters.StandstillEnds is { } ends ? $"; standstill until {OsloFormat.Deadline(ends).En}" : ""),
        StandstillEnded lot => $"ends the standstill of {Names.Lot(lot.LotId)}",
        ContractSigned signed => $"signs the contract of {Names.Lot(signed.LotId)} for the {(signed.Party is ContractParty.Buyer ? "municipality" : "supplier")}",
        OrderPlaced order => $"places an order with {names.Supplier(order.SupplierId)} for {names.Agency(order.AgencyId)}: {Plural(order.Quantity, "vehicle")} of {Names.Lot(order.LotId)}",
        DeliveriesBegan => "follows the orders from here",
        OrderEntryRecorded entry => $"{Verb(entry.Kind)} {names.Order(entry.OrderId)}{(entry.Quantity is { } quantity ? $": {Plural(quantity, "vehicle")}" : "")} ({Channel(entry.Channel)})",
        SupplierReminded reminder => $"reminds the supplier of {names.Order(reminder.OrderId)}, which is overdue (reminder {reminder.Number})",
        OrderAccepted order => $"completes {names.Order(order.OrderId)}: every vehicle is accepted",
        LotEnded lot => $"ends {Names.Lot(lot.LotId)}: every order has ended",
        RoundClosed => "closes the round and keeps its award protocol",
        _ => Words(told.GetType().Name),
    };

    private static string Verb(OrderEntryKind kind) => kind switch
    {
        OrderEntryKind.Confirmed => "confirms",
        OrderEntryKind.Dispatched => "dispatches for",
        OrderEntryKind.Delayed => "tells of a delay of",
        OrderEntryKind.Delivered => "delivers for",
        OrderEntryKind.Accepted => "accepts delivery for",
        OrderEntryKind.Rejected => "rejects delivery for",
        _ => kind.ToString(),
    };

    private static string Channel(OrderChannel channel) => channel switch
    {
        OrderChannel.Webhook => "signed webhook",
        OrderChannel.SupplierUser => "entered by the supplier",
        OrderChannel.ContractManager => "recorded with evidence",
        OrderChannel.Agency => "by the agency",
        _ => channel.ToString(),
    };

    private static string Plural(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Words(string pascal) => string.Concat(pascal.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
}
