using System.Collections.Immutable;
using NodaTime;
using Samkjop.Audit;
using Samkjop.Calendar;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Orders;
using Samkjop.Purchasing.Protocol;
using Samkjop.Purchasing.Scoring;
using Samkjop.Tests.Domain.Awards;

namespace Samkjop.Tests.Domain.Protocol;

/// <summary>A closed round with one lot that was bought and one without bids.</summary>
internal static class ProtocolSample
{
    private static readonly Instant Released = Instant.FromUtc(2021, 5, 3, 11, 0);
    private static readonly Instant Closes = Instant.FromUtc(2021, 5, 18, 10, 0);
    private static readonly Instant Signed = Instant.FromUtc(2021, 6, 10, 8, 0);

    public static ProtocolSources Sources { get; } = new(
        ClosedRound, new Text("Kjøretøy opp til 3500 kg", "Vehicles up to 3500 kg"), Needs, [BoughtLot, EmptyLot], [Bid("alfa"), Bid("beta"), Bid("gamma"), Late("epsilon")],
        [Evaluation("delta", new Text("Ladbar hybrid er ikke nullutslipp.", "A plug-in hybrid is not zero-emission."))], Orders,
        [
            new AuditEntry("2021-1", 1, Closes, new Actor("someone", ActorKind.Person), "refused.1", new AttemptRefused("GetBid", "bid-alfa", "sealed")),
            new AuditEntry("2021-1", 2, Closes, new Actor("evaluator", ActorKind.Person), "read.1", new BidsRead("GetBid", "bid-alfa")),
        ],
        Given.Bidders.ToDictionary(b => b.SupplierId, b => b.SupplierName, StringComparer.Ordinal),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["bym"] = "Bymiljøetaten", ["uke"] = "Utviklings- og kompetanseetaten", ["vav"] = "Vann- og avløpsetaten" },
        Instant.FromUtc(2021, 9, 3, 10, 0));

    private static Round ClosedRound => Given.TheRound with
    {
        Phase = RoundPhase.Closed,
        ProcurementDocument = new ProcurementDocument(
            2, PriceFormula.Linear, new Text("Eks. mva., levering og gebyrer medregnet.", "Ex VAT, delivery and fees included."),
            [
                new AwardCriterion("price", new Text("Pris", "Price"), 60, Samkjop.Purchasing.CriterionKind.Price),
                new AwardCriterion("range", new Text("Rekkevidde", "Range"), 40, Samkjop.Purchasing.CriterionKind.Climate),
            ],
            TieBreak.LowestPrice),
        Invitation = new Invitation(Released, Given.Officer, new BidWindow(Released, Closes), OsloTime.EndOfDay(new LocalDate(2021, 5, 14)), ["alfa", "beta", "gamma", "delta", "epsilon"], 2, new string('a', 64)),
        Manifest = new ManifestSummary(Closes, 3, new string('b', 64)),
        OpeningApprovals = [new OpeningApproval("o1", Closes), new OpeningApproval("o2", Closes + Duration.FromMinutes(4))],
        OpenedAt = Closes + Duration.FromMinutes(4),
        Closing = new RoundClosing(Instant.FromUtc(2021, 9, 3, 10, 0), "2021-1/protocol.html"),
    };

    private static ImmutableArray<Need> Needs =>
    [
        Need("need-1", "bym", 2, NeedState.Pinned), Need("need-2", "bym", 1, NeedState.Pinned), Need("need-3", "uke", 2, NeedState.Pinned),
        Need("need-4", "vav", 1, NeedState.Pinned), Need("need-5", "vav", 4, NeedState.Deferred), Need("need-6", "uke", 9, NeedState.Withdrawn),
    ];

    private static Lot BoughtLot => Given.LotInStandstill with
    {
        Phase = LotPhase.Ended,
        ReturnedProposals = [new ReturnedProposal(Given.ProposedLot.Proposal!, "Begrunnelsen må vise til kriteriene.", Given.Decider, Given.Letters)],
        Signatures = [new ContractSignature(ContractParty.Buyer, Given.Manager, Signed), new ContractSignature(ContractParty.Supplier, "kari", Signed)],
        OrderIds = [.. Orders.Select(order => order.OrderId)],
    };

    private static Lot EmptyLot => Given.RankedLot with
    {
        LotId = "lot-2",
        Phase = LotPhase.WithoutBids,
        Ranking = null,
        Content = Given.RankedLot.Content with { LotId = "lot-2", Title = new Text("Minibusser", "Minibuses"), VehicleClass = VehicleClass.Minibus, Lines = [] },
    };

    private static ImmutableArray<Order> Orders =>
    [
        .. Placement.OrdersOf(Given.AwardedLot, Given.Sheet, Signed).Select(order => order
            .After(o => Overdue.Remind(o, 1, o.NextReminderAt()!.Value))
            .After(o => OrderDecisions.Record(o, new RecordEntry("e1", OrderEntryKind.Delivered, null, "beta", OrderChannel.Webhook, "Levert <i>hel</i>", null, Signed + Duration.FromDays(90))))
            .After(o => OrderDecisions.Judge(o, new JudgeDelivery("e2", true, null, null, "mottaker", Signed + Duration.FromDays(91))))),
    ];

    private static Need Need(string id, string agency, int quantity, NeedState state) => new()
    {
        RoundId = "2021-1",
        NeedId = id,
        AgencyId = agency,
        Content = new NeedContent(quantity, VehicleClass.SmallVan, VehicleRequirements.None, "hvit", "Oslo", null),
        Version = 1,
        State = state,
        ReportedAt = Released,
        ReportedBy = "reporter",
    };

    private static Bid Bid(string supplier) => new()
    {
        RoundId = "2021-1",
        BidId = $"bid-{supplier}",
        SupplierId = supplier,
        State = BidState.Opened,
        StartedAt = Released,
        StartedBy = supplier,
        Documents = [new BidDocument("doc-1", BidDocumentPurpose.Sheet, "lot-1", "pris.json", Released, new BidReceipt(Released, 900, new string('c', 64), ReceiptVerdict.Accepted))],
        Sheets = [new OpenedSheet("lot-1", "doc-1", Given.Sheet with { Model = $"Modell fra {supplier}" }, null)],
    };

    private static Bid Late(string supplier) => Bid(supplier) with
    {
        State = BidState.Empty,
        Documents = [new BidDocument("doc-2", BidDocumentPurpose.Sheet, "lot-1", "pris.json", Released, new BidReceipt(Closes, 900, new string('d', 64), ReceiptVerdict.Late))],
        Sheets = [],
    };

    private static Evaluation Evaluation(string supplier, Text problem) => new()
    {
        RoundId = "2021-1",
        LotId = "lot-1",
        BidId = $"bid-{supplier}",
        SupplierId = supplier,
        Problems = [problem],
    };
}
