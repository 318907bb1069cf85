using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Needs;

/// <summary>A need that is subject to a loan becomes an option or waits for the next round (domain.md, "Needs").</summary>
public sealed class LoanTests
{
    private static readonly Need Conditional = ApprovedNeed with { Content = Content with { SubjectToLoan = true } };

    private static readonly NeedSetting WaitingForLoans = Consolidating with
    {
        Round = ConsolidatingRound with { Settings = RoundSettings.Default with { ConditionalNeeds = ConditionalNeeds.NextRound } },
    };

    [Fact]
    public void An_unconditional_need_awaits_no_loan() => Assert.Equal(LoanCondition.None, ApprovedNeed.Loan);

    [Fact]
    public void While_the_loan_is_undecided_the_vehicles_become_an_option_by_default()
    {
        var decision = NeedLocking.Lock(Consolidating, Conditional);
        var pinned = Accepted(decision);

        Assert.Equal((NeedState.Pinned, true), (pinned.State, pinned.IsOption));
        Assert.Equal(new NeedPinned("need-1", "bym", 1, AsOption: true), OnlyEvent(decision));
        var lot = Assert.Single(Assert.IsType<ConsolidationResult.Consolidated>(LotFormation.Form([pinned], LightVehicles)).Lots);
        Assert.Equal((3, 3), (lot.TotalQuantity, lot.OptionQuantity));
    }

    [Fact]
    public void Or_the_need_waits_for_the_next_round_where_the_round_says_so()
    {
        var deferred = Accepted(NeedLocking.Lock(WaitingForLoans, Conditional));

        Assert.Equal((NeedState.Deferred, "2021-2"), (deferred.State, deferred.Deferral!.NextRoundId));
        Assert.Contains("lånet", deferred.Deferral.Reason.No, StringComparison.Ordinal);
        Assert.Contains("loan", deferred.Deferral.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_granted_loan_makes_the_need_firm()
    {
        var granted = Accepted(Answer(Conditional, granted: true));

        Assert.Equal(LoanCondition.Granted, granted.Loan);
        Assert.False(Accepted(NeedLocking.Lock(Consolidating, granted)).IsOption);
        Assert.Equal(NeedState.Pinned, Accepted(NeedLocking.Lock(WaitingForLoans, granted)).State);
    }

    [Fact]
    public void A_refused_loan_leaves_the_need_out_and_says_so()
    {
        var refused = Accepted(Answer(Conditional, granted: false));
        var deferred = Accepted(NeedLocking.Lock(Consolidating, refused));

        Assert.Equal((LoanCondition.Refused, NeedState.Deferred), (refused.Loan, deferred.State));
        Assert.Contains("avslått", deferred.Deferral!.Reason.No, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_needs_no_new_approval()
    {
        var decision = Answer(Conditional, granted: true);

        Assert.Equal((Conditional.Version, NeedState.Approved), (Accepted(decision).Version, Accepted(decision).State));
        Assert.Equal(new LoanAnswered("need-1", "bym", true, "Vedtak 21/77"), OnlyEvent(decision));
        Assert.Same(Accepted(decision), Accepted(Answer(Accepted(decision), granted: true)));
    }

    [Fact]
    public void Once_the_vehicles_are_ordered_a_loan_is_not_refused_and_a_closed_round_takes_no_answer()
    {
        var no = new RecordLoanAnswer(false, "Avslag", Officer, WhileNeedsAreTaken);
        Assert.Equal("option-ordered", Refused(LoanDecisions.Answer(CollectingRound, Conditional, no, "order-lot-1-bym")).Code);

        var closed = CollectingRound with { Phase = RoundPhase.Closed };
        Assert.Equal("round-closed", Refused(LoanDecisions.Answer(closed, Conditional, no)).Code);
        Assert.Equal("round-closed", Refused(LoanDecisions.Answer(closed, Conditional, no with { Granted = true })).Code);
    }

    [Fact]
    public void Only_an_officer_of_the_round_records_it_with_the_decision_it_rests_on()
    {
        Assert.Equal("role-required", Refused(LoanDecisions.Answer(CollectingRound, Conditional, new RecordLoanAnswer(true, "x", Reporter, WhileNeedsAreTaken))).Code);
        Assert.Equal("not-named-for-round", Refused(LoanDecisions.Answer(CollectingRound, Conditional, new RecordLoanAnswer(true, "x", UnnamedOfficer, WhileNeedsAreTaken))).Code);
        Assert.Equal("invalid-loan-answer", Refused(LoanDecisions.Answer(CollectingRound, Conditional, new RecordLoanAnswer(true, " ", Officer, WhileNeedsAreTaken))).Code);
        Assert.Equal("need-unconditional", Refused(Answer(ApprovedNeed, granted: true)).Code);
        Assert.Equal("need-not-in-round", Refused(Answer(Conditional with { State = NeedState.Deferred }, granted: true)).Code);
    }

    private static Samkjop.Decisions.Decision<Need> Answer(Need need, bool granted) =>
        LoanDecisions.Answer(CollectingRound, need, new RecordLoanAnswer(granted, "Vedtak 21/77", Officer, WhileNeedsAreTaken));
}
