using Samkjop.Audit;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Fleet;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Host.Scenarios;

/// <summary>Events of the audit log as sentences without their subject.</summary>
internal sealed class EventTexts(Names names, RoundFacts facts)
{
    /// <summary>The event as a sentence; null for what the steps tell themselves or nobody asks for.</summary>
    public string? Of(DomainEvent told) => told switch
    {
        ISealedUntilOpening or BidsRead or AttemptRefused or ImpartialityDeclared or NeedPinned or NeedPlaced or BidOpened or OrdersPlaced or ScoresLocked or ScoresUnlocked => null,
        RoundOpened opened => $"opens needs collection; needs are wanted by {OsloFormat.Moment(opened.Needs.Deadline).En}",
        RoundPeopleChanged people => $"changes who is named for the round: {people.Named.Length} named, {people.Relieved.Length} relieved, {Plural(people.Deputies.Length, "deputy appointment")}",
        NeedReported need => $"reports a need for {Names.Vehicles(need.VehicleClass, need.Quantity)}{(need.Late ? ", after the deadline" : "")}",
        NeedEdited need => $"edits the need: {Names.Vehicles(need.VehicleClass, need.Quantity)}{(need.ApprovalLapsed ? "; the approval lapses" : "")}",
        NeedWithdrawn => "withdraws the need",
        NeedApproved approved => $"approves a need of {names.Agency(approved.AgencyId)}",
        LoanAnswered loan => $"records that the loan of {names.Agency(loan.AgencyId)} was {(loan.Granted ? "granted" : "refused")}",
        AgenciesReminded reminded => $"reminds those that have reported nothing ({reminded.Agencies}) and those whose needs nobody has approved ({reminded.Approvals}), {Plural(reminded.WorkingDays, "working day")} before the deadline",
        NeedsClosed => "closes needs collection and locks the needs",
        NeedDeferred deferred => $"leaves a need of {names.Agency(deferred.AgencyId)}, {WhyDeferred(deferred.Cause)}, to {(deferred.NextRoundId is { } next ? $"round {next}" : "the next round")}",
        LotFormed lot => $"forms {Names.Lot(lot.LotId)}, {facts.TitleOf(lot.LotId, lot.VehicleClass)}: {Plural(lot.Vehicles, "vehicle")} of {Plural(lot.Needs, "need")}",
        LotsAdjusted adjusted => $"adjusts the lots ({Words(adjusted.Kind.ToString())}{((adjusted.LotId ?? adjusted.IntoLotId) is { } touched ? $" {Names.Lot(touched)}" : "")}): {Plural(adjusted.Lots, "lot")}, {Plural(adjusted.Vehicles, "vehicle")} now. {adjusted.Reason}",
        LotRearranged => null,
        LotsLocked locked => $"locks {Plural(locked.Lots, "lot")}: {Plural(locked.Needs, "need")}, {Plural(locked.Vehicles, "vehicle")}",
        ProcurementDocumentWritten written => $"writes version {written.Version} of the procurement document",
        InvitationReleased sent => $"releases the invitation to {Plural(sent.InvitedSupplierIds.Length, "supplier")}; bids are taken until {OsloFormat.Deadline(sent.Window.Closes).En}",
        ClosingManifestFixed => "fixes the closing manifest: what is not in it is late",
        OpeningApproved approval => $"approves the opening ({approval.Approvals} of {approval.Needed})",
        BidsOpened opened => $"opens the bids: {Plural(opened.Documents, "document")}",
        BidFoundEmpty empty => $"finds nothing in time from {names.Supplier(empty.SupplierId)}",
        BidChecked { Admissible: false } failed => $"rejects {names.Bidder(failed.BidId)} in {Names.Lot(failed.LotId)}. {facts.WhyRejected(failed.LotId, failed.BidId)}",
        BidChecked => null,
        LotChecked lot => $"finds {lot.Admissible} of {Plural(lot.Bids, "bid")} admissible in {Names.Lot(lot.LotId)}",
        LotWithoutBids lot => $"ends {Names.Lot(lot.LotId)} without award: no bid is admissible",
        BidScored scored => $"gives points with reasons to {names.Bidder(scored.BidId)} in {Names.Lot(scored.LotId)}",
        BidScoreSetAside aside => $"sets aside the points for {names.Bidder(aside.BidId)} in {Names.Lot(aside.LotId)} of somebody who no longer evaluates",
        LotRanked ranked => $"ranks {Names.Lot(ranked.LotId)}: {string.Join(", ", ranked.BidIds.Select((bid, i) => $"{i + 1}. {names.Bidder(bid)}"))}",
        EvaluationCompleted done => $"completes the evaluation: {Plural(done.Ranked, "lot")} ranked, {done.WithoutBids} without an admissible bid",
        _ => BidEventTexts.Of(told, names) ?? CompetitionEventTexts.Of(told, names) ?? AccessEventTexts.Of(told, names) ?? OfAwards(told) ?? OfOrders(told),
    };

    private string? OfAwards(DomainEvent told) => told switch
    {
        AwardProposed award => $"proposes to award {Names.Lot(award.LotId)} to {names.Supplier(award.SupplierId)}",
        AwardProposalReturned award => $"returns the proposal for {Names.Lot(award.LotId)}",
        AwardDecided award => $"awards {Names.Lot(award.LotId)} to {names.Supplier(award.SupplierId)}",
        AwardLettersSent letters => $"sends {Plural(letters.Recipients.Length, "letter")} for {Names.Lot(letters.LotId)}, all at once{Standstill(letters)}",
        StandstillEnded lot => $"ends the standstill of {Names.Lot(lot.LotId)}",
        _ => new DisputeTexts(names).Of(told) ?? OfContracts(told),
    };

    private static string? OfContracts(DomainEvent told) => told switch
    {
        SignatureReminded reminder => $"reminds that the contract of {Names.Lot(reminder.LotId)} is not signed by {(reminder.Missing.Length == 2 ? "either party" : reminder.Missing is [ContractParty.Buyer] ? "the municipality" : "the supplier")}",
        ContractSigned signed => $"signs the contract of {Names.Lot(signed.LotId)} for the {(signed.Party is ContractParty.Buyer ? "municipality" : "supplier")}",
        _ => null,
    };

    private string OfOrders(DomainEvent told) => told switch
    {
        OrderPlaced order => $"orders {Plural(order.Quantity, "vehicle")} of {Names.Lot(order.LotId)} from {names.Supplier(order.SupplierId)} for {names.Agency(order.AgencyId)}",
        DeliveriesBegan => "follows the orders from here",
        OrderEntryRecorded entry => $"{Verb(entry.Kind)} {names.Order(entry.OrderId)}{(entry.Quantity is { } quantity ? $": {Plural(quantity, "vehicle")}" : "")} ({Channel(entry.Channel)})",
        DisposalConfirmed gone => $"confirms that {Plural(gone.Quantity, "old vehicle")} of {names.Agency(gone.AgencyId)} {(gone.Quantity == 1 ? "is" : "are")} disposed of",
        DisposalRetracted back => $"takes back that {Plural(back.Quantity, "old vehicle")} of {names.Agency(back.AgencyId)} {(back.Quantity == 1 ? "is" : "are")} disposed of",
        SupplierReminded reminder => $"reminds the supplier of {names.Order(reminder.OrderId)}, which is overdue (reminder {reminder.Number})",
        OrderRuled ruled => $"decides about {names.Order(ruled.OrderId)}: {RulingText(ruled)}",
        OrderCancelled cancelled => $"cancels {names.Order(cancelled.OrderId)}: {Plural(cancelled.Released, "vehicle")} released",
        OrderTerminated ended => $"terminates {names.Order(ended.OrderId)} ({Words(ended.Ground.ToString())}): {Plural(ended.Released, "vehicle")} released",
        OrderEscalated escalated => $"tells contract manager and officers of {names.Order(escalated.OrderId)}: {(escalated.Kind is OrderEscalationKind.Overdue ? "it is overdue and does not move" : "damages have reached their cap")}",
        OptionOrdered option => $"orders an option of {Names.Lot(option.LotId)}, since its loan is granted",
        AwardNoticePublished notice => $"records that the award notice {notice.Key} was published on {OsloFormat.Day(notice.PublishedOn).En} ({notice.Reference})",
        OrderAccepted order => $"completes {names.Order(order.OrderId)}: every vehicle is accepted",
        LotEnded lot => $"ends {Names.Lot(lot.LotId)}: every order has ended",
        RoundClosed => "closes the round and keeps its award protocol",
        _ => Words(told.GetType().Name),
    };

    internal static string Standstill(AwardLettersSent letters) => letters.StandstillEnds is { } ends ? $"; standstill until {OsloFormat.Deadline(ends).En}" : "";

    internal static string Verb(OrderEntryKind kind) => kind switch
    {
        OrderEntryKind.Confirmed => "confirms",
        OrderEntryKind.Dispatched => "dispatches",
        OrderEntryKind.Delayed => "tells of a delay of",
        OrderEntryKind.Delivered => "delivers",
        OrderEntryKind.Accepted => "accepts",
        OrderEntryKind.Rejected => "rejects",
        OrderEntryKind.Declined => "rejects the order of",
        OrderEntryKind.CancellationAgreed => "agrees to cancel",
        _ => kind.ToString(),
    };

    internal static string Channel(OrderChannel channel) => channel switch
    {
        OrderChannel.Webhook => "signed webhook",
        OrderChannel.SupplierUser => "entered by the supplier",
        OrderChannel.ContractManager => "recorded with evidence",
        OrderChannel.Agency => "by the agency",
        _ => channel.ToString(),
    };

    private static string RulingText(OrderRuled ruled) => ruled.Kind switch
    {
        OrderRulingKind.Sustained => "the order stands",
        OrderRulingKind.DateAccepted => $"it is due on {OsloFormat.Day(ruled.Date!.Value).En} now",
        OrderRulingKind.DateRefused => "the delay is not agreed to",
        OrderRulingKind.DamagesClaimed => $"damages of NOK {Kroner(ruled.Amount!.Value)} are claimed",
        OrderRulingKind.DamagesWaived => "damages are waived",
        _ => Words(ruled.Kind.ToString()),
    };

    private static string Kroner(decimal amount) => amount.ToString("#,0.00", System.Globalization.CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string WhyDeferred(DeferralCause cause) => cause switch
    {
        DeferralCause.NotApproved => "which is not approved",
        DeferralCause.TooLate => "which came too late",
        DeferralCause.LoanRefused => "whose loan was refused",
        DeferralCause.LoanUndecided => "whose loan is undecided",
        DeferralCause.NoBids => "whose lot got no valid bid",
        _ => "which an officer left out",
    };

    internal static string Plural(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Words(string pascal) => string.Concat(pascal.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(c) : c.ToString()));
}
