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
        _ => null,
    };

    private static string Kind(TenderDocumentKind kind) => TenderDocumentRefusals.NameOf(kind).En;

    private static string Proposal(TenderDocumentCorrected corrected) =>
        corrected.ProposedClosing is { } closes ? $" It comes late; an extension until {OsloFormat.Deadline(closes).En} is proposed" : "";
}
