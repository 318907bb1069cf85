using Samkjop.Purchasing.Access;

namespace Samkjop.Tests.Host.Access;

/// <summary>What each reading function of a round reads. One that is not here fails a test: whoever adds it says who may read it.</summary>
internal static class ReadingFunctions
{
    public static IReadOnlyDictionary<string, ReadKind> Kinds { get; } = new Dictionary<ReadKind, string[]>
    {
        [ReadKind.Facts] =
        [
            "GetRound", "GetBidWindow", "GetTenderDocuments", "GetTenderDocument", "GetInvitation", "ListLots", "GetLot", "GetPriceSheet", "ListMessages",
            "GetProcurementDocument", "ListQuestions", "GetQuestion", "GetRoundCalendar", "ListCalendarFeeds",
        ],
        [ReadKind.Needs] = ["ListNeeds", "GetNeed", "GetDisposals", "GetFleetEffect", "GetRoundReport", "GetRoundPeople"],
        [ReadKind.Preparation] = ["PreviewInvitation"],
        [ReadKind.OwnBid] = ["GetBid", "GetBidReceipt", "GetBusinessSecret", "GetWinnerEvidence", "GetClarifications", "GetPriceInquiry"],
        [ReadKind.BidContents] = ["ListBids", "ListLotBids", "ListEvaluations", "GetBidValidity", "GetRanking", "GetComparison", "ExportEvaluation"],
        [ReadKind.Complaints] = ["GetLotComplaints", "GetComplaint"],
        [ReadKind.Declarations] = ["GetImpartialityDeclarations"],
        [ReadKind.Award] = ["GetLotAward", "ListAwardLetters"],
        [ReadKind.OwnLetter] = ["GetAwardLetter"],
        [ReadKind.Evidence] = ["GetEvidenceDocument"],
        [ReadKind.Contract] = ["GetLotContract"],
        [ReadKind.Orders] = ["ListOrders", "GetOrder", "GetOrderDamages", "GetDeliveries"],
        [ReadKind.Notices] = ["GetAwardNotices"],
        [ReadKind.Protocol] = ["GetProtocol"],
        [ReadKind.Records] = ["ListAudit", "ExportAudit", "VerifyAudit", "ListJournal", "ExportJournal"],
        [ReadKind.AccessRequests] = ["ListAccessRequests", "GetAccessRequest", "GetGivenRecord"],
    }.SelectMany(kind => kind.Value.Select(function => (kind.Key, function))).ToDictionary(pair => pair.function, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Reads of a round that are of no kind, and why.</summary>
    public static IReadOnlyDictionary<string, string> Others { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ListRounds"] = "Lists the rounds that the caller may know of; each is read by GetRound.",
        ["GetNeedsTemplate"] = "An empty spreadsheet.",
        ["GetLotAdjustments"] = "Lots as they were proposed and changed; for those who run rounds, as GetLot is.",
    };
}
