using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Needs;

/// <summary>What one round leaves is a draft in the next, which counts once its agency has confirmed it.</summary>
public sealed class NeedCarryingTests
{
    private static readonly Instant InAutumn = Oslo(2021, 8, 20, 9, 0);

    private static Round Autumn { get; } = Accepted(RoundOpening.Open(NextPlan));

    private static NeedSetting AutumnSetting { get; } = new(Autumn, LightVehicles);

    private static Need Deferred { get; } = Accepted(NeedLocking.Lock(Consolidating, ReportedNeed));

    private static Need Draft { get; } = Accepted(NeedCarrying.Draft(Deferred, Autumn, Actor.Platform("NeedCarrier"), InAutumn));

    [Fact]
    public void A_deferred_need_becomes_a_draft_of_the_round_that_it_was_left_for()
    {
        Assert.True(NeedCarrying.IsDue(Deferred, ConsolidatingRound, Autumn));
        Assert.Equal((NeedState.Carried, Content, new NeedOrigin("2021-1", "need-1")), (Draft.State, Draft.Content, Draft.CarriedFrom));
        Assert.Equal(Draft.NeedId, NeedCarrying.DraftIdOf(Deferred));
        Assert.StartsWith("need-bym-", Draft.NeedId, StringComparison.Ordinal);
        Assert.Contains("utkast i neste runde, 2021-2", Deferred.Deferral!.Reason.No, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_when_no_round_was_planned_goes_to_the_first_that_opens_and_to_no_other()
    {
        var waiting = Accepted(NeedLocking.Lock(Consolidating with { Next = null }, ReportedNeed));
        var taken = Accepted(NeedCarrying.TakeOver(waiting, Draft));

        Assert.True(NeedCarrying.IsDue(waiting, ConsolidatingRound, Autumn));
        Assert.Equal(("2021-2", Draft.NeedId), (taken.Deferral!.NextRoundId, taken.Deferral.CarriedTo));
        Assert.False(NeedCarrying.IsDue(taken, ConsolidatingRound, Autumn));
        Assert.False(NeedCarrying.IsDue(taken, ConsolidatingRound, Autumn with { RoundId = "2022-1" }));
    }

    [Fact]
    public void Other_rounds_other_systems_refused_loans_and_needs_that_were_bought_are_left_alone()
    {
        Assert.False(NeedCarrying.IsDue(Deferred, ConsolidatingRound, Autumn with { RoundId = "2022-1" }));
        Assert.False(NeedCarrying.IsDue(Deferred, ConsolidatingRound, Autumn with { PurchasingSystemId = "dps-heavy" }));
        Assert.False(NeedCarrying.IsDue(ApprovedNeed with { State = NeedState.Pinned }, ConsolidatingRound, Autumn));
        var refused = Deferred with { Content = Content with { SubjectToLoan = true }, LoanAnswer = new LoanAnswer(false, "Nei", "andre", InAutumn) };
        Assert.False(NeedCarrying.IsDue(refused, ConsolidatingRound, Autumn));
    }

    [Fact]
    public void A_draft_is_neither_approved_nor_locked_before_it_is_confirmed()
    {
        Assert.Equal("need-not-confirmed", Refused(NeedDecisions.Approve(AutumnSetting, Draft, new ApproveNeed(1, 400_000m, BudgetHolder, InAutumn))).Code);
        Assert.Same(Draft, Accepted(NeedLocking.Lock(AutumnSetting with { Round = Autumn with { Phase = RoundPhase.Consolidating } }, Draft)));
    }

    [Fact]
    public void A_reporter_of_the_agency_confirms_it_and_another_person_approves_it()
    {
        var deliverable = Draft with { Content = Content with { DeliverBy = new LocalDate(2022, 3, 1) } };
        var confirmed = Accepted(NeedCarrying.Confirm(AutumnSetting, deliverable, Reporter, InAutumn));

        Assert.Equal((NeedState.Reported, "kari"), (confirmed.State, confirmed.ReportedBy));
        Assert.Equal(NeedState.Approved, Accepted(NeedDecisions.Approve(AutumnSetting, confirmed, new ApproveNeed(1, 400_000m, BudgetHolder, InAutumn))).State);
        Assert.Equal("not-found", Refused(NeedCarrying.Confirm(AutumnSetting, deliverable, OtherAgency, InAutumn)).Code);
        Assert.Equal("role-required", Refused(NeedCarrying.Confirm(AutumnSetting, deliverable, BudgetHolder, InAutumn)).Code);
    }

    [Fact]
    public void Editing_a_draft_confirms_it_too_and_withdrawing_ends_it()
    {
        var edited = Accepted(NeedDecisions.Edit(AutumnSetting, Draft, new EditNeed(Content with { DeliverBy = null }, Reporter, InAutumn)));

        Assert.Equal((NeedState.Reported, "kari"), (edited.State, edited.EditedBy));
        Assert.Equal(NeedState.Withdrawn, Accepted(NeedDecisions.Withdraw(AutumnSetting, Draft, new WithdrawNeed(Reporter, InAutumn))).State);
    }

    [Fact]
    public void The_needs_of_a_lot_without_bids_wait_for_the_next_round_too()
    {
        var pinned = Accepted(NeedLocking.Place(Accepted(NeedLocking.Lock(Consolidating, ApprovedNeed)), "lot-1"));
        var again = NeedLocking.TryAgain(pinned, "lot-1", "2021-2");

        Assert.Equal(DeferralCause.NoBids, Assert.IsType<NeedDeferred>(OnlyEvent(again)).Cause);
        Assert.True(NeedCarrying.IsDue(Accepted(again), ConsolidatingRound, Autumn));
        Assert.Same(pinned, Accepted(NeedLocking.TryAgain(pinned, "lot-2", "2021-2")));
    }
}
