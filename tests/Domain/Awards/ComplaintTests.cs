using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Complaints;
using static Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Awards;

/// <summary>Complaints are of three kinds: to the buyer (suspension is a setting, an officer may lift it), to KOFA (the buyer records whether it waits), to a court (hard stop).</summary>
public sealed class ComplaintTests
{
    private static readonly Instant InStandstill = Letters + Duration.FromDays(3);
    private static readonly Instant AfterStandstill = Letters + Duration.FromDays(20);
    private static readonly Caller ByOfficer = Caller(Officer, Role.ProcurementOfficer);

    [Fact]
    public void To_the_buyer_within_the_standstill_it_keeps_the_contract_from_being_signed()
    {
        var suspended = Settled(LotInStandstill, File());

        Assert.Equal("lot-suspended", Sign(suspended).RefusalCode());
        Assert.Equal("lot-suspended", ContractDecisions.EndStandstill(suspended, AfterStandstill).RefusalCode());
    }

    [Fact]
    public void After_the_standstill_it_is_recorded_and_nothing_waits()
    {
        var complaint = File(SignableLot, AfterStandstill);

        Assert.False(complaint.Waiting.Waits);
        Assert.Empty(Settled(SignableLot, complaint).Suspensions);
        Sign(Settled(SignableLot, complaint)).Accepted();
    }

    [Fact]
    public void Where_the_setting_is_off_nothing_waits_by_itself()
    {
        var off = TheRound with { Settings = RoundSettings.Default with { SuspendOnComplaint = false } };
        var complaint = ComplaintDecisions.File(off, LotInStandstill, new FileComplaint("complaint-1", "Feil.", Supplier("alfa"), InStandstill)).Accepted().State;

        Assert.False(complaint.Waiting.Waits);
    }

    [Fact]
    public void An_officer_lifts_the_suspension_with_a_reason_and_may_set_it_again()
    {
        Assert.Equal("reason-missing", SetWaiting(File(), waits: false, reason: " ").RefusalCode());
        var lifted = SetWaiting(File(), waits: false).Accepted();
        var set = SetWaiting(lifted.State, waits: true).Accepted().State;

        Assert.Empty(Settled(LotInStandstill, lifted.State).Suspensions);
        Assert.Equal([new ComplaintWaitingChanged("lot-1", "complaint-1", Waits: false)], lifted.Events);
        Assert.Equal("lot-suspended", Sign(Settled(SignableLot, set)).RefusalCode());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void To_the_board_the_buyer_records_whether_it_waits(bool waits) =>
        Assert.Equal(waits, Settled(LotInStandstill, Record(ComplaintKind.ToKofa, waits)).Suspensions.Length == 1);

    [Fact]
    public void To_a_court_is_a_hard_stop_until_it_has_ruled()
    {
        var court = Record(ComplaintKind.ToCourt, waits: false);

        Assert.Equal("court-stop", SetWaiting(court, waits: false).RefusalCode());
        Assert.Equal("lot-suspended", Sign(Settled(SignableLot, court)).RefusalCode());
        Sign(Settled(SignableLot, Conclude(court, ComplaintOutcome.Dismissed).Accepted().State)).Accepted();
        Assert.Equal("lot-suspended", Sign(Settled(SignableLot, Conclude(court, ComplaintOutcome.Upheld).Accepted().State)).RefusalCode());
    }

    [Fact]
    public void A_court_stops_the_second_signature_too()
    {
        var half = Sign(SignableLot).Accepted().State;

        Assert.Equal("lot-suspended", Sign(Settled(half, Record(ComplaintKind.ToCourt, waits: true)), ContractParty.Supplier).RefusalCode());
    }

    [Fact]
    public void A_case_before_a_court_needs_its_number() => Assert.Equal("invalid-complaint", ComplaintDecisions.Record(TheRound, LotInStandstill, new RecordComplaint(
        "complaint-1", ComplaintKind.ToCourt, "alfa", InStandstill, "Begjæring.", Waits: true, Reference: null, ByOfficer, InStandstill)).RefusalCode());

    [Fact]
    public void By_letter_the_day_that_it_came_decides_and_it_cannot_lie_ahead_or_before_the_award()
    {
        Assert.True(Record(ComplaintKind.ToBuyer, waits: false, receivedAt: InStandstill, now: AfterStandstill).Waiting.Waits);
        Assert.False(Record(ComplaintKind.ToBuyer, waits: true, receivedAt: AfterStandstill, now: AfterStandstill).Waiting.Waits);
        foreach (var wrong in new[] { Letters - Duration.Epsilon, AfterStandstill + Duration.Epsilon })
        {
            Assert.Equal("invalid-complaint", ComplaintDecisions.Record(TheRound, LotInStandstill, new RecordComplaint(
                "complaint-1", ComplaintKind.ToBuyer, "alfa", wrong, "Brev.", false, null, ByOfficer, AfterStandstill)).RefusalCode());
        }
    }

    [Fact]
    public void Dismissed_it_waits_no_longer_and_upheld_until_the_award_is_annulled()
    {
        var upheld = Conclude(File(), ComplaintOutcome.Upheld).Accepted().State;

        Assert.Empty(Settled(LotInStandstill, Conclude(File(), ComplaintOutcome.Dismissed).Accepted().State).Suspensions);
        Assert.Equal("lot-suspended", Sign(Settled(SignableLot, upheld)).RefusalCode());
        var annulled = AwardEndings.Annul(LotInStandstill, TheRound, new AnnulAward(true, "Klagen er riktig.", Caller(Decider, Role.AwardDecider), InStandstill)).Accepted().State;
        Assert.Empty(Settled(annulled, upheld).Suspensions);
    }

    [Fact]
    public void It_is_decided_once_by_an_officer_or_decider_with_a_reason()
    {
        var decided = Conclude(File(), ComplaintOutcome.Dismissed).Accepted().State;

        Assert.Equal("complaint-concluded", Conclude(decided, ComplaintOutcome.Upheld).RefusalCode());
        Assert.Equal("complaint-concluded", SetWaiting(decided, waits: true).RefusalCode());
        Assert.NotNull(ComplaintDecisions.Conclude(TheRound, File(), new ConcludeComplaint(ComplaintOutcome.Dismissed, "Nei.", Caller("eva", Role.Evaluator), InStandstill)).RefusalCode());
        Assert.Equal("reason-missing", ComplaintDecisions.Conclude(TheRound, File(), new ConcludeComplaint(ComplaintOutcome.Dismissed, "", ByOfficer, InStandstill)).RefusalCode());
    }

    [Fact]
    public void Who_got_no_letter_cannot_complain_and_nobody_before_the_letters()
    {
        Assert.Equal("not-found", ComplaintDecisions.File(TheRound, LotInStandstill, new FileComplaint("c", "Feil.", Supplier("omega"), InStandstill)).RefusalCode());
        Assert.Equal("not-found", ComplaintDecisions.File(TheRound, AwardedLot, new FileComplaint("c", "Feil.", Supplier("alfa"), InStandstill)).RefusalCode());
        Assert.Equal("complaint-already-open", ComplaintDecisions.File(TheRound, LotInStandstill, new FileComplaint("c", "Feil.", Supplier("alfa"), InStandstill, IsRepeated: true)).RefusalCode());
        Assert.Equal("invalid-complaint", ComplaintDecisions.File(TheRound, LotInStandstill, new FileComplaint("c", " ", Supplier("alfa"), InStandstill)).RefusalCode());
    }

    [Fact]
    public void After_both_signatures_a_complaint_is_recorded_and_nothing_can_wait()
    {
        var signed = Sign(Sign(SignableLot).Accepted().State, ContractParty.Supplier).Accepted().State;
        var complaint = File(signed, AfterStandstill);

        Assert.Empty(Settled(signed, complaint with { Waiting = complaint.Waiting with { Waits = true } }).Suspensions);
        Assert.Equal("contract-binds", ComplaintDecisions.SetWaiting(TheRound, signed, complaint, new SetWaiting(true, "Vent.", ByOfficer, AfterStandstill)).RefusalCode());
    }

    [Fact]
    public void The_winner_is_told_that_the_contract_waits_and_never_for_whom()
    {
        var complaint = File();
        var lot = Settled(LotInStandstill, complaint);
        var toWinner = ComplaintMessages.Of(TheRound, lot, complaint).Where(message => message.Recipient == MessageRecipient.Supplier("beta")).ToList();
        var told = Assert.Single(toWinner);

        Assert.DoesNotContain("alfa", told.Body.No + told.Body.En + told.Subject.No + told.Link, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(complaint.Grounds, told.Body.No, StringComparison.Ordinal);
        var answered = Conclude(complaint, ComplaintOutcome.Dismissed).Accepted().State;
        Assert.Contains(ComplaintMessages.Of(TheRound, lot, answered), message => message.Recipient.Id == "alfa" && message.Body.No.Contains("Vurdert.", StringComparison.Ordinal));
    }

    private static Caller Supplier(string supplierId) => new($"user-{supplierId}", [Role.SupplierUser], SupplierId: supplierId);

    private static Complaint File(Lot? lot = null, Instant? at = null) => ComplaintDecisions.File(
        TheRound, lot ?? LotInStandstill, new FileComplaint("complaint-1", "Poengene for rekkevidde er feil.", Supplier("alfa"), at ?? InStandstill)).Accepted().State;

    private static Complaint Record(ComplaintKind kind, bool waits, Instant? receivedAt = null, Instant? now = null) => ComplaintDecisions.Record(
        TheRound, LotInStandstill,
        new RecordComplaint("complaint-1", kind, "alfa", receivedAt ?? InStandstill, "Brev.", waits, "21-0815", ByOfficer, now ?? InStandstill)).Accepted().State;

    private static Decision<Complaint> SetWaiting(Complaint complaint, bool waits, string reason = "Åpenbart grunnløs.") =>
        ComplaintDecisions.SetWaiting(TheRound, LotInStandstill, complaint, new SetWaiting(waits, reason, ByOfficer, InStandstill));

    private static Decision<Complaint> Conclude(Complaint complaint, ComplaintOutcome outcome) =>
        ComplaintDecisions.Conclude(TheRound, complaint, new ConcludeComplaint(outcome, "Vurdert.", Caller(Decider, Role.AwardDecider), InStandstill));

    private static Lot Settled(Lot lot, params Complaint[] complaints) => Suspensions.Settle(lot, complaints).Accepted().State;

    private static Decision<Lot> Sign(Lot lot, ContractParty party = ContractParty.Buyer) => ContractDecisions.Sign(lot, new SignContract(party, "somebody", AfterStandstill));
}
