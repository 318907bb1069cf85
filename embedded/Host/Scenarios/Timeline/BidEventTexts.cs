using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing;

namespace Samkjop.Host.Scenarios;

/// <summary>Events about tender documents and bids as sentences without their subject.</summary>
internal static class BidEventTexts
{
    /// <summary>The event as a sentence; null for any other.</summary>
    public static string? Of(DomainEvent told, Names names) => told switch
    {
        TenderDocumentEntered { Version: 1 } entered => $"enters the {Kind(entered.Kind)}",
        TenderDocumentEntered entered => $"enters version {entered.Version} of the {Kind(entered.Kind)}",
        TenderDocumentRemoved removed => $"takes out the {Kind(removed.Kind)}",
        TenderDocumentCorrected corrected => $"corrects the {Kind(corrected.Kind)}, now version {corrected.Version}, and tells all invited: {corrected.Reason.En}{Proposal(corrected)}",
        MembershipDecided decided => $"{(decided.Accepted ? "lets" : "rejects")} the bid of {names.Bidder(decided.BidId)}, no longer admitted at closing,{(decided.Accepted ? " stand" : "")} in {Names.Lot(decided.LotId)}",
        ClarificationAsked asked => $"asks {names.Bidder(asked.BidId)} in writing about its bid for {Names.Lot(asked.LotId)}, to be answered by {OsloFormat.Deadline(asked.AnswerBy).En}",
        ClarificationGiven given => $"answers about its bid for {Names.Lot(given.LotId)}",
        SheetCorrected corrected => $"corrects an obvious error in the bid of {names.Bidder(corrected.BidId)} for {Names.Lot(corrected.LotId)}: {PriceSheetForm.LineOf(corrected.Field).Label.En.ToLowerInvariant()}",
        BidProlonged bid => $"prolongs its bid for {Names.Lot(bid.LotId)}",
        LotReopened lot => $"evaluates {Names.Lot(lot.LotId)} after all: {lot.Admissible} admissible as corrected",
        LotOutcomeDecided { Kind: LotOutcomeKind.Close } lot => $"closes {Names.Lot(lot.LotId)}, which got no valid bid: {lot.Reason.En}",
        LotOutcomeDecided lot => $"lets {Names.Lot(lot.LotId)}, which got no valid bid, be tried again in {(lot.NextRoundId is { } next ? $"round {next}" : "the next round")}: {lot.Reason.En}",
        NeedCarried need => $"takes over a need of {names.Agency(need.AgencyId)} from round {need.FromRoundId} as a draft",
        NeedTakenOver need => $"hands a need over to round {need.ByRoundId} as a draft",
        NeedConfirmed need => $"confirms a draft of {names.Agency(need.AgencyId)}",
        _ => null,
    };

    private static string Kind(TenderDocumentKind kind) => TenderDocumentRefusals.NameOf(kind).En;

    private static string Proposal(TenderDocumentCorrected corrected) =>
        corrected.ProposedClosing is { } closes ? $" It comes late; an extension until {OsloFormat.Deadline(closes).En} is proposed" : "";
}
