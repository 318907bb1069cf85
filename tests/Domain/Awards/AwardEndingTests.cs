using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;
using static Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Awards;

/// <summary>The buyer may annul its own award before signature; if the winner withdraws, the next-ranked bid is offered the lot.</summary>
public sealed class AwardEndingTests
{
    private static readonly Instant Later = Letters + Duration.FromDays(2);
    private static readonly Instant AfterStandstill = Letters + Duration.FromDays(20);

    [Theory]
    [InlineData(false, LotPhase.Ranked)]
    [InlineData(true, LotPhase.Consolidated)]
    public void An_annulled_award_goes_back_to_its_ranking_or_evaluation_and_is_kept(bool reevaluate, LotPhase phase)
    {
        var accepted = Annul(LotInStandstill, reevaluate).Accepted();
        var earlier = Assert.Single(accepted.State.EarlierAwards);

        Assert.Equal(phase, accepted.State.Phase);
        Assert.Equal(reevaluate, accepted.State.Ranking is null);
        Assert.Equal(([], null, null, null), (accepted.State.Signatures, accepted.State.Award, accepted.State.Proposal, accepted.State.Letters));
        Assert.Equal(("beta", "bid-beta", 1), (earlier.Award.SupplierId, earlier.RankedBidIds[0], earlier.Letters!.Number));
        Assert.Equal([new AwardAnnulled("lot-1", "bid-beta", "beta", reevaluate)], accepted.Events);
    }

    [Fact]
    public void After_both_signatures_it_cannot_be_annulled_and_the_refusal_says_what_to_do_instead()
    {
        var signed = Signed(Signed(SignableLot, ContractParty.Buyer), ContractParty.Supplier);
        var refusal = Assert.IsType<Decision<Lot>.Refused>(Annul(signed)).Refusal;

        Assert.Equal("contract-binds", refusal.Code);
        Assert.Contains("termination", refusal.Detail.En, StringComparison.Ordinal);
        Assert.Equal(LotPhase.Ranked, Annul(Signed(SignableLot, ContractParty.Buyer)).Accepted().State.Phase);
    }

    [Fact]
    public void Only_an_independent_decider_annuls_with_a_reason_and_only_what_letters_have_told()
    {
        Assert.NotNull(AwardEndings.Annul(LotInStandstill, TheRound, new AnnulAward(false, "Feil.", Caller(Officer, Role.ProcurementOfficer), Later)).RefusalCode());
        Assert.Equal("reason-missing", AwardEndings.Annul(LotInStandstill, TheRound, new AnnulAward(false, " ", Caller(Decider, Role.AwardDecider), Later)).RefusalCode());
        Assert.Equal("letters-under-way", Annul(AwardedLot).RefusalCode());
        Assert.Equal("award-not-standing", Annul(ProposedLot).RefusalCode());
        Assert.Equal("award-not-standing", Annul(Annul(LotInStandstill).Accepted().State).RefusalCode());
    }

    [Fact]
    public void The_new_standstill_is_counted_from_the_new_letters_which_have_the_next_number()
    {
        var again = Annul(LotInStandstill).Accepted().State.After(lot => Propose(lot, "bid-beta")).After(lot => Decide(lot));
        var sent = again.After(lot => ContractDecisions.SendLetters(lot, new SendLetters(["alfa", "beta"], Later + Duration.FromDays(10), Later, 2)));

        Assert.Equal((2, Later + Duration.FromDays(10)), (sent.Letters!.Number, sent.Letters.StandstillEnds));
        Assert.Equal("standstill-runs", ContractDecisions.Sign(sent, new SignContract(ContractParty.Buyer, "x", Later + Duration.FromDays(9))).RefusalCode());
        Assert.Empty(ContractDecisions.SendLetters(again, new SendLetters(["alfa", "beta"], null, Later)).Accepted().Events);
    }

    [Fact]
    public void A_lot_put_back_is_evaluated_in_the_awarding_phase_and_its_points_are_opened_once()
    {
        var lot = Annul(LotInStandstill, reevaluate: true).Accepted().State;
        var locked = new Evaluation { RoundId = "2021-1", LotId = "lot-1", BidId = "bid-beta", SupplierId = "beta", LockedAt = Letters };

        Assert.True(Reevaluations.IsBeingEvaluated(TheRound, lot));
        Assert.False(Reevaluations.IsBeingEvaluated(TheRound, LotInStandstill));
        Assert.Equal(Later, Reevaluations.BegunAt(lot));
        Assert.Null(Reevaluations.Reopen(locked, Later).Accepted().State.LockedAt);
        Assert.NotNull(Reevaluations.Reopen(locked with { LockedAt = Later + Duration.Epsilon }, Later).Accepted().State.LockedAt);
        Assert.Null(Reevaluations.BegunAt(Annul(LotInStandstill).Accepted().State));
    }

    [Fact]
    public void A_winner_that_withdraws_makes_way_for_the_next_in_rank()
    {
        var accepted = SetAside(LotInStandstill, SetAsideCause.Withdrawn, Supplier("beta")).Accepted();
        var lot = accepted.State;

        Assert.Equal((LotPhase.Ranked, AwardEnding.WinnerSetAside), (lot.Phase, Assert.Single(lot.EarlierAwards).Ending));
        Assert.Equal([new WinnerSetAside("lot-1", "bid-beta", "beta", SetAsideCause.Withdrawn, "bid-alfa")], accepted.Events);
        Assert.Equal("bid-set-aside", Propose(lot, "bid-beta").RefusalCode());
        Assert.Equal("alfa", Propose(lot, "bid-alfa").Accepted().State.Proposal!.SupplierId);
    }

    [Fact]
    public void Where_nobody_is_left_the_lot_ends_without_an_award()
    {
        var lot = LotInStandstill;
        foreach (var (bid, supplier) in new[] { ("bid-alfa", "alfa"), ("bid-gamma", "gamma") })
        {
            lot = SetAside(lot, SetAsideCause.Withdrawn, Supplier(lot.Proposal!.SupplierId)).Accepted().State.After(l => Propose(l, bid)).After(l => Decide(l))
                .After(l => ContractDecisions.SendLetters(l, new SendLetters(["alfa", "beta", "gamma"], Letters, Letters, l.NextDispatch())));
        }

        var ended = SetAside(lot, SetAsideCause.Withdrawn, Supplier("gamma")).Accepted();

        Assert.Equal((LotPhase.WithoutBids, 3), (ended.State.Phase, ended.State.SetAside.Length));
        Assert.Contains(new LotWithoutBids("lot-1", 3), ended.Events);
        Assert.Equal(LetterOutcome.SetAside, LetterWriter.Write(TheRound, ended.State, Bidders).Single(letter => letter.SupplierId == "gamma").Content.Outcome);
    }

    [Fact]
    public void A_supplier_withdraws_only_its_own_award_and_only_once_it_knows_of_it()
    {
        Assert.Equal("not-found", SetAside(LotInStandstill, SetAsideCause.Withdrawn, Supplier("alfa")).RefusalCode());
        Assert.Equal("not-found", SetAside(ProposedLot, SetAsideCause.Withdrawn, Supplier("beta")).RefusalCode());
        Assert.Equal("not-found", SetAside(SignableLot, SetAsideCause.RefusedToSign, Supplier("beta")).RefusalCode());
        Assert.Equal(LotPhase.Ranked, SetAside(ProposedLot, SetAsideCause.Withdrawn, Supplier("beta"), Shown(ProposedLot)).Accepted().State.Phase);
        Assert.Equal("contract-binds", SetAside(Signed(Signed(SignableLot, ContractParty.Buyer), ContractParty.Supplier), SetAsideCause.Withdrawn, Supplier("beta")).RefusalCode());
    }

    [Fact]
    public void An_officer_sets_aside_for_evidence_only_when_it_has_failed()
    {
        var asked = EvidenceDecisions.Request(TheRound, ProposedLot, new RequestEvidence([], Caller(Officer, Role.ProcurementOfficer), Letters)).Accepted().State;
        var officer = Caller(Officer, Role.ProcurementOfficer);

        Assert.Equal("evidence-not-failed", SetAside(ProposedLot, SetAsideCause.EvidenceFailed, officer).RefusalCode());
        Assert.Equal("evidence-not-failed", SetAside(ProposedLot, SetAsideCause.EvidenceFailed, officer, asked).RefusalCode());
        var late = AwardEndings.SetAside(ProposedLot, TheRound, new SetWinnerAside(SetAsideCause.EvidenceFailed, "Ikke levert.", officer, asked.DueBy, asked)).Accepted();
        Assert.Equal((LotPhase.Ranked, 0), (late.State.Phase, late.State.EarlierAwards.Length));
    }

    [Fact]
    public void An_officer_records_that_the_winner_will_not_sign_only_while_its_signature_is_awaited()
    {
        var officer = Caller(Officer, Role.ProcurementOfficer);

        Assert.Equal("signature-not-awaited", SetAside(LotInStandstill, SetAsideCause.RefusedToSign, officer).RefusalCode());
        Assert.Equal("signature-not-awaited", SetAside(Signed(SignableLot, ContractParty.Supplier), SetAsideCause.RefusedToSign, officer).RefusalCode());
        Assert.Equal(LotPhase.Ranked, SetAside(Signed(SignableLot, ContractParty.Buyer), SetAsideCause.RefusedToSign, officer).Accepted().State.Phase);
    }

    [Fact]
    public void A_court_stop_outlasts_the_award_and_a_complaint_to_the_buyer_does_not()
    {
        var suspended = LotInStandstill with
        {
            Suspensions = [new LotSuspension("complaint-1", ComplaintKind.ToBuyer, Later), new LotSuspension("complaint-2", ComplaintKind.ToCourt, Later)],
        };

        Assert.Equal(["complaint-2"], Annul(suspended).Accepted().State.Suspensions.Select(suspension => suspension.ComplaintId));
    }

    [Fact]
    public void Signatures_are_reminded_of_every_so_many_working_days_until_they_are_there()
    {
        var due = SignatureReminders.NextAt(TheRound, SignableLot)!.Value;

        Assert.Equal(Samkjop.Calendar.OsloTime.EndOfDay(new LocalDate(2021, 6, 2)), due);
        Assert.Empty(SignatureReminders.Remind(TheRound, SignableLot, due - Duration.Epsilon).Accepted().Events);
        var reminded = SignatureReminders.Remind(TheRound, Signed(SignableLot, ContractParty.Buyer), due + Duration.FromDays(8)).Accepted();
        Assert.Equal([new SignatureReminded("lot-1", 2, [ContractParty.Supplier])], reminded.Events.Cast<SignatureReminded>(), (a, b) => a.Number == b.Number && a.Missing.SequenceEqual(b.Missing));
        Assert.Null(SignatureReminders.NextAt(TheRound with { Settings = RoundSettings.Default with { SignatureReminderDays = 0 } }, SignableLot));
        Assert.Null(SignatureReminders.NextAt(TheRound, SignableLot with { Suspensions = [new LotSuspension("c", ComplaintKind.ToKofa, Later)] }));
    }

    private static Caller Supplier(string supplierId) => new($"user-{supplierId}", [Role.SupplierUser], SupplierId: supplierId);

    private static Lot Signed(Lot lot, ContractParty party) => lot.After(l => ContractDecisions.Sign(l, new SignContract(party, "somebody", AfterStandstill)));

    private static Decision<Lot> Annul(Lot lot, bool reevaluate = false) =>
        AwardEndings.Annul(lot, TheRound, new AnnulAward(reevaluate, "Poengene for rekkevidde var feil.", Caller(Decider, Role.AwardDecider), Later));

    private static Decision<Lot> SetAside(Lot lot, SetAsideCause cause, Caller by, WinnerEvidence? evidence = null) =>
        AwardEndings.SetAside(lot, TheRound, new SetWinnerAside(cause, "Kan ikke levere.", by, Later, evidence));
}
