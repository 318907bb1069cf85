using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing;

namespace Samkjop.Host.Scenarios;

/// <summary>Events about questions, the bid window, cancellation and prices as sentences without their subject.</summary>
internal static class CompetitionEventTexts
{
    /// <summary>The event as a sentence; null for any other.</summary>
    public static string? Of(DomainEvent told, Names names) => told switch
    {
        ZeroEmissionExceptionRecorded { Exception: var exception } => $"records an exception from zero emission for {Names.Lot(exception.LotId)}, registered with DFØ on {OsloFormat.Day(exception.RegisteredOn).En} ({exception.Reference})",
        LateSuppliersInvited late => $"invites {string.Join(", ", late.SupplierIds.Select(names.Supplier))} too, admitted after the invitation",
        QuestionAnswered answer => $"publishes the answer to question {answer.Number} to all who are invited{Proposal(answer)}",
        BidWindowExtended moved => $"moves the closing to {OsloFormat.Deadline(moved.Change.To).En}, for all: {moved.Change.Reason.En}",
        ShorterTimeProposed shorter => $"proposes a shorter time to all who are invited: closing {OsloFormat.Deadline(shorter.To).En}. {shorter.Reason.En}",
        ShorterTimeConsented consent => $"consents to the shorter time for {names.Supplier(consent.SupplierId)}",
        ShorterTimeDeclined declined => $"declines the shorter time for {names.Supplier(declined.SupplierId)}; the closing stands",
        BidWindowShortened shortened => $"moves the closing forward to {OsloFormat.Deadline(shortened.Change.To).En}, since all have consented",
        RoundCancelled cancelled => $"cancels the round: {cancelled.Reason.En}",
        LotCancelled cancelled => $"cancels {Names.Lot(cancelled.LotId)}: {cancelled.Reason.En}",
        CancelledRoundClosed => "closes the cancelled round; all have been told",
        RoundClosedEmpty => "closes the round without a purchase: no approved need was ready, and every agency is told",
        BidScoredIndependently scored => $"gives points for {names.Bidder(scored.BidId)} in {Names.Lot(scored.LotId)}, sealed until the other evaluator has given theirs",
        PointsAgreed agreed => $"records the points that the evaluators agree on for {names.Bidder(agreed.BidId)} in {Names.Lot(agreed.LotId)}",
        PriceQuestioned asked => $"asks {names.Bidder(asked.BidId)} about its price in {Names.Lot(asked.LotId)}, {asked.BelowPercent:0} % below what it is compared with; answer by {OsloFormat.Moment(asked.AnswerBy).En}",
        PriceExplained explained => $"explains the price in {Names.Lot(explained.LotId)}",
        PriceDecided { Accepted: true } accepted => $"accepts the explanation of {names.Bidder(accepted.BidId)} in {Names.Lot(accepted.LotId)}",
        PriceDecided rejected => $"rejects {names.Bidder(rejected.BidId)} in {Names.Lot(rejected.LotId)}: its abnormally low price is not explained",
        _ => null,
    };

    private static string Proposal(QuestionAnswered answer) =>
        answer.ProposedClosing is { } closes ? $". It comes late; an extension until {OsloFormat.Deadline(closes).En} is proposed" : "";
}
