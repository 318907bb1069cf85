using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;
using Samkjop.Tests.Domain.Awards;

namespace Samkjop.Tests.Domain.Cancellations;

/// <summary>One lot is cancelled: by an officer until its award, by the decider until both have signed, by nobody after that.</summary>
public sealed class LotCancellationTests
{
    private static readonly Text Reason = new("Midlene er falt bort.", "The funds are gone.");
    private static readonly Instant Now = Given.Letters + Duration.FromDays(1);
    private static readonly CancelLot ByOfficer = new(LotOutcomeKind.Rerun, Reason, Given.Caller(Given.Officer, Role.ProcurementOfficer), Now);
    private static readonly CancelLot ByDecider = ByOfficer with { By = Given.Caller(Given.Decider, Role.AwardDecider) };

    [Fact]
    public void Before_its_award_an_officer_cancels_it_and_its_needs_may_be_tried_again()
    {
        var decision = LotCancellations.Cancel(Given.TheRound, Given.RankedLot, GivenRound.NextPlan, ByOfficer).Accepted();

        Assert.Equal((LotPhase.WithoutBids, true, "2021-2"), (decision.State.Phase, decision.State.Outcome!.IsCancellation, decision.State.Outcome.NextRoundId));
        Assert.Equal(LotPhase.Ranked, Assert.IsType<LotCancelled>(Assert.Single(decision.Events)).During);
        Assert.False(LotOutcomes.IsAwaited(decision.State));
    }

    [Fact]
    public void After_its_award_the_decider_does_and_what_the_letters_told_is_kept()
    {
        Assert.Equal("not-named-for-round", LotCancellations.Cancel(Given.TheRound, Given.LotInStandstill, null, ByOfficer with { By = Given.Caller("tonje", Role.AwardDecider) }).RefusalCode());
        Assert.Equal("role-required", LotCancellations.Cancel(Given.TheRound, Given.LotInStandstill, null, ByOfficer).RefusalCode());

        var lot = LotCancellations.Cancel(Given.TheRound, Given.LotInStandstill, null, ByDecider).Accepted().State;

        Assert.Equal((LotPhase.WithoutBids, null, null), (lot.Phase, lot.Award, lot.Letters));
        Assert.Equal((AwardEnding.LotCancelled, Given.Letters), (lot.EarlierAwards[^1].Ending, lot.EarlierAwards[^1].Letters!.SentAt));
    }

    [Fact]
    public void Every_bidder_reads_that_it_is_cancelled_and_why_and_nothing_of_the_others()
    {
        var lot = LotCancellations.Cancel(Given.TheRound, Given.LotInStandstill, null, ByDecider).Accepted().State;

        var letters = LetterWriter.Write(Given.TheRound, lot, Given.Bidders);

        Assert.Equal(4, letters.Length);
        Assert.All(letters, letter => Assert.Equal((LetterOutcome.Cancelled, null, 2), (letter.Content.Outcome, letter.Content.WinnerName, letter.Dispatch)));
        var html = LetterHtml.Render(letters[0], new LetterDispatch(Now, null, ["alfa"], 2)).ToString();
        Assert.Contains("Delkontrakten er avlyst", html, StringComparison.Ordinal);
        Assert.Contains("Midlene er falt bort.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Beta", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_that_both_have_signed_stands_and_letters_under_way_are_waited_for()
    {
        var ready = ContractDecisions.EndStandstill(Given.LotInStandstill, Given.Letters + Duration.FromDays(20)).Accepted().State;
        var half = ContractDecisions.Sign(ready, new SignContract(ContractParty.Buyer, "leder", Now)).Accepted().State;
        var signed = ContractDecisions.Sign(half, new SignContract(ContractParty.Supplier, "selger", Now)).Accepted().State;

        Assert.Equal(LotPhase.WithoutBids, LotCancellations.Cancel(Given.TheRound, half, null, ByDecider).Accepted().State.Phase);
        Assert.Equal(AwardRefusals.ContractBinds("lot-1").Code, LotCancellations.Cancel(Given.TheRound, signed, null, ByDecider).RefusalCode());
        Assert.Equal(AwardRefusals.LettersUnderWay("lot-1").Code, LotCancellations.Cancel(Given.TheRound, Given.AwardedLot, null, ByDecider).RefusalCode());
    }

    [Fact]
    public void It_is_done_once_with_a_reason_and_not_before_the_opening()
    {
        var lot = LotCancellations.Cancel(Given.TheRound, Given.RankedLot, null, ByOfficer).Accepted().State;

        Assert.Same(lot, LotCancellations.Cancel(Given.TheRound, lot, null, ByOfficer).Accepted().State);
        Assert.Equal("lot-ended", LotCancellations.Cancel(Given.TheRound, lot, null, ByOfficer with { Reason = new("Annet.", "Other.") }).RefusalCode());
        Assert.Equal("invalid-cancellation", LotCancellations.Cancel(Given.TheRound, Given.RankedLot, null, ByOfficer with { Reason = new(" ", "x") }).RefusalCode());
        Assert.Equal("lot-not-cancellable", LotCancellations.Cancel(Given.TheRound with { Phase = RoundPhase.Delivering }, Given.RankedLot, null, ByOfficer).RefusalCode());
    }
}
