using System.Collections.Immutable;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using static Samkjop.Tests.Domain.Awards.Given;

namespace Samkjop.Tests.Domain.Awards;

public sealed class AwardDecisionTests
{
    [Fact]
    public void The_bid_first_in_rank_is_proposed_and_the_lot_awaits_the_decider()
    {
        var accepted = Propose(RankedLot, "bid-beta").Accepted();

        Assert.Equal(LotPhase.Proposed, accepted.State.Phase);
        Assert.Equal("beta", accepted.State.Proposal!.SupplierId);
        Assert.Equal([new AwardProposed("lot-1", "bid-beta", "beta")], accepted.Events);
    }

    [Fact]
    public void A_bid_that_is_not_first_is_refused_with_the_one_that_is()
    {
        var refusal = Assert.IsType<Samkjop.Decisions.Decision<Lot>.Refused>(Propose(RankedLot, "bid-gamma")).Refusal;

        Assert.Equal("bid-not-first", refusal.Code);
        Assert.Contains("bid-beta", refusal.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bid_that_is_not_ranked_is_refused() => Assert.Equal("bid-not-ranked", Propose(RankedLot, "bid-delta").RefusalCode());

    [Fact]
    public void Where_a_supplier_can_win_one_lot_the_next_in_rank_is_proposed_instead()
    {
        var capped = TheRound with { Settings = RoundSettings.Default with { LotsPerSupplier = 1 } };
        var won = AwardedLot with { LotId = "lot-2" };

        Assert.Equal("bid-not-first", Propose(RankedLot, "bid-beta", round: capped, others: won).RefusalCode());
        Assert.Equal("alfa", Propose(RankedLot, "bid-alfa", round: capped, others: won).Accepted().State.Proposal!.SupplierId);
    }

    [Fact]
    public void Without_a_cap_a_supplier_can_win_every_lot() =>
        Propose(RankedLot, "bid-beta", others: AwardedLot with { LotId = "lot-2" }).Accepted();

    [Fact]
    public void An_officer_who_is_not_named_for_the_round_cannot_propose() =>
        Assert.Equal("not-named-for-round", Propose(RankedLot, "bid-beta", Caller("other", Role.ProcurementOfficer)).RefusalCode());

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_proposal_without_a_reason_is_refused(string reason) => Assert.Equal("reason-missing", AwardDecisions.Propose(
        RankedLot, TheRound, [], SupplierOf, new ProposeAward("bid-beta", "beta", reason, Caller(Officer, Role.ProcurementOfficer), Letters)).RefusalCode());

    [Theory]
    [InlineData(LotPhase.Consolidated, "lot-not-ranked")]
    [InlineData(LotPhase.WithoutBids, "lot-not-ranked")]
    [InlineData(LotPhase.Proposed, "award-already-proposed")]
    public void A_lot_that_is_not_ranked_cannot_be_proposed(LotPhase phase, string code) =>
        Assert.Equal(code, Propose(RankedLot with { Phase = phase }, "bid-beta").RefusalCode());

    [Fact]
    public void An_award_that_stands_cannot_be_proposed_or_decided_again()
    {
        Assert.Equal("already-awarded", Propose(AwardedLot, "bid-beta").RefusalCode());
        Assert.Equal("already-awarded", Decide(AwardedLot).RefusalCode());
    }

    [Fact]
    public void The_decider_approves_and_the_lot_is_awarded()
    {
        var accepted = Decide(ProposedLot).Accepted();

        Assert.Equal(LotPhase.Awarded, accepted.State.Phase);
        Assert.Equal("beta", accepted.State.Award!.SupplierId);
        Assert.Equal([new AwardDecided("lot-1", "bid-beta", "beta")], accepted.Events);
    }

    [Fact]
    public void What_the_decider_does_not_approve_is_ranked_again_and_remembered()
    {
        var accepted = Decide(ProposedLot, approve: false).Accepted();

        Assert.Equal(LotPhase.Ranked, accepted.State.Phase);
        Assert.Null(accepted.State.Proposal);
        Assert.Equal("Enig.", Assert.Single(accepted.State.ReturnedProposals).Reason);
        Propose(accepted.State, "bid-beta").Accepted();
    }

    [Fact]
    public void Nothing_is_decided_before_it_is_proposed() => Assert.Equal("award-not-proposed", Decide(RankedLot).RefusalCode());

    [Fact]
    public void The_proposer_cannot_decide()
    {
        var both = TheRound with { People = TheRound.People with { AwardDeciders = [Officer], ProcurementOfficers = ["another"] } };

        Assert.Equal("decider-not-independent", Decide(ProposedLot, by: Caller(Officer, Role.AwardDecider), round: both).RefusalCode());
    }

    [Fact]
    public void An_evaluator_cannot_decide()
    {
        var both = TheRound with { People = TheRound.People with { AwardDeciders = [Evaluator] } };

        Assert.Equal("decider-not-independent", Decide(ProposedLot, by: Caller(Evaluator, Role.AwardDecider), round: both).RefusalCode());
    }

    [Fact]
    public void Whoever_has_not_declared_impartiality_cannot_propose() =>
        Assert.Equal("impartiality-not-declared", Propose(RankedLot, "bid-beta", round: TheRound with { Declarations = [] }).RefusalCode());

    [Fact]
    public void Whoever_has_not_declared_impartiality_cannot_decide() =>
        Assert.Equal("impartiality-not-declared", Decide(ProposedLot, by: Caller("undeclared", Role.AwardDecider)).RefusalCode());

    [Fact]
    public void The_last_declaration_counts()
    {
        ImmutableArray<ImpartialityDeclaration> withdrawn = TheRound.Declarations.Add(new ImpartialityDeclaration(Decider, Letters, Impartial: false));

        Assert.Equal("conflict-of-interest", Decide(ProposedLot, round: TheRound with { Declarations = withdrawn }).RefusalCode());
    }
}
