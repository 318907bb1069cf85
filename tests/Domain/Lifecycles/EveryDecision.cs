using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Rules;
using Samkjop.Tests.Domain.Awards;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Lifecycles;

/// <summary>Every decision that can move a round or a lot, by name, with commands of people who may.</summary>
internal static class EveryDecision
{
    private static readonly Text Reason = new("Fordi.", "Because.");
    private static readonly LocalDate Later = new(2021, 5, 28);

    public static IReadOnlyDictionary<string, Func<Round, IReadOnlyCollection<Lot>, Instant, Decision<Round>>> OnRounds { get; } =
        new Dictionary<string, Func<Round, IReadOnlyCollection<Lot>, Instant, Decision<Round>>>(StringComparer.Ordinal)
        {
            ["close needs"] = (round, _, now) => NeedsClosing.Close(round, now),
            ["lock lots"] = (round, lots, now) => NeedsClosing.Lock(round, [.. lots], now),
            ["lock no lots"] = (round, _, now) => NeedsClosing.Lock(round, [], now),
            ["write document"] = (round, _, now) => ProcurementDocumentDecisions.Write(
                round, new WriteProcurementDocument(new ProcurementDocumentContent(
                    GivenRound.Document.PriceFormula, GivenRound.Document.PriceBasis, GivenRound.Document.Criteria, GivenRound.Document.TieBreak), Competition.Officer, now), RuleTable.Norwegian),
            ["invite"] = (round, _, now) => InvitationDecisions.Release(
                round, new ReleaseInvitation(null, OnOrAfter(now, 20), null, null, ["bertel"], Competition.Officer, now), RuleTable.Norwegian),
            ["extend"] = (round, _, now) => BidWindowExtension.Extend(round, new ExtendBidWindow(Later, null, null, WindowChangeCause.Other, Reason, null, Competition.Officer, now)),
            ["extend for an outage"] = (round, _, now) => BidWindowExtension.Extend(round, new ExtendBidWindow(
                OnOrAfter(now, 5), null, null, WindowChangeCause.BuyerOutage, Reason,
                new ReportedOutage(new LocalDateTime(2021, 5, 21, 9, 0), new LocalDateTime(2021, 5, 21, 11, 0), "Hendelse 42"), Competition.Officer, now)),
            ["shorten"] = (round, _, now) => ShorterTimes.Propose(round, new ProposeShorterTime(new LocalDate(2021, 5, 19), null, null, Reason, Competition.Officer, now)),
            ["fix manifest"] = (round, _, now) => BidOpening.Fix(round, new FixManifest([], now)),
            ["approve opening"] = (round, _, now) => BidOpening.Approve(round, new ApproveOpening(Competition.Opener, now)),
            ["approve opening too"] = (round, _, now) => BidOpening.Approve(round, new ApproveOpening(Competition.SecondOpener, now)),
            ["open"] = (round, _, now) => BidOpening.Open(round, new OpenRound(now)),
            ["complete evaluation"] = (round, lots, _) => Rankings.Complete(round, lots),
            ["begin deliveries"] = (round, lots, _) => RoundEnding.BeginDeliveries(round, lots),
            ["close"] = (round, lots, now) => RoundEnding.Close(round, lots, "2021-1/protocol.html", new string('0', 64), now),
            ["cancel"] = (round, _, now) => Samkjop.Purchasing.Cancellations.Cancel(round, new CancelRound(Reason, Competition.Officer, now)),
            ["close cancelled"] = (round, _, _) => Samkjop.Purchasing.Cancellations.Close(round),
        };

    public static IReadOnlyDictionary<string, Func<Lot, Round, Instant, Decision<Lot>>> OnLots { get; } =
        new Dictionary<string, Func<Lot, Round, Instant, Decision<Lot>>>(StringComparer.Ordinal)
        {
            ["check, none admissible"] = (lot, _, now) => Checking.Complete(lot, [], now),
            ["settle, none admissible"] = (lot, _, _) => Checking.Settle(lot, []),
            ["propose"] = (lot, round, _) => Given.Propose(lot, "bid-beta", round: round),
            ["approve"] = (lot, round, _) => Given.Decide(lot, round: round),
            ["return"] = (lot, round, _) => Given.Decide(lot, approve: false, round: round),
            ["send letters"] = (lot, round, now) => ContractDecisions.SendLetters(lot, new SendLetters(["alfa", "beta"], now + Duration.FromDays(11), now)),
            ["send letters without standstill"] = (lot, round, now) => ContractDecisions.SendLetters(lot, new SendLetters(["alfa", "beta"], null, now)),
            ["annul"] = (lot, round, now) => AwardEndings.Annul(lot, round, new AnnulAward(false, "Feil.", Given.Caller(Given.Decider, Role.AwardDecider), now)),
            ["annul to evaluate again"] = (lot, round, now) => AwardEndings.Annul(lot, round, new AnnulAward(true, "Feil.", Given.Caller(Given.Decider, Role.AwardDecider), now)),
            ["set winner aside"] = (lot, round, now) => AwardEndings.SetAside(lot, round, new SetWinnerAside(SetAsideCause.Withdrawn, "Trekker seg.", Given.Caller(Given.Officer, Role.ProcurementOfficer), now)),
            ["officer cancels"] = (lot, round, now) => LotCancellations.Cancel(
                round, lot, null, new CancelLot(LotOutcomeKind.Close, Reason, Given.Caller(Given.Officer, Role.ProcurementOfficer), now)),
            ["decider cancels"] = (lot, round, now) => LotCancellations.Cancel(
                round, lot, null, new CancelLot(LotOutcomeKind.Close, Reason, Given.Caller(Given.Decider, Role.AwardDecider), now)),
            ["end standstill"] = (lot, _, now) => ContractDecisions.EndStandstill(lot, now),
            ["buyer signs"] = (lot, _, now) => ContractDecisions.Sign(lot, new SignContract(ContractParty.Buyer, "leder", now)),
            ["supplier signs"] = (lot, _, now) => ContractDecisions.Sign(lot, new SignContract(ContractParty.Supplier, "selger", now)),
            ["record orders"] = (lot, _, _) => ContractDecisions.RecordOrders(lot, ["order-lot-1-bym"]),
            ["order an option"] = (lot, _, _) => Samkjop.Purchasing.Orders.OptionOrdering.Follow(lot, "order-lot-1-vav-need-4"),
            ["end"] = (lot, _, _) => ContractDecisions.End(lot, [.. lot.OrderIds.Select(Accepted)]),
        };

    private static LocalDate OnOrAfter(Instant now, int days) => Samkjop.Calendar.OsloTime.DateOf(now).PlusDays(days);

    private static Order Accepted(string orderId) => new()
    {
        RoundId = "2021-1", OrderId = orderId, LotId = "lot-1", AgencyId = "bym", SupplierId = "beta", Model = "Maxus", Quantity = 1, UnitPrice = 1, PlacedAt = Competition.After,
        DeliverBy = Later, State = OrderState.Accepted,
    };
}
