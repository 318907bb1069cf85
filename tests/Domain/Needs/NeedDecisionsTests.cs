using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Needs;

public sealed class NeedDecisionsTests
{
    [Fact]
    public void A_reported_need_awaits_its_budget_holder()
    {
        var decision = NeedDecisions.Report(Collecting, new ReportNeed("need-1", Content, Reporter, WhileNeedsAreTaken));

        Assert.Equal(NeedState.Reported, Accepted(decision).State);
        Assert.Equal("bym", Accepted(decision).AgencyId);
        Assert.Equal(new NeedReported("need-1", "bym", VehicleClass.SmallVan, 3, Late: false), OnlyEvent(decision));
    }

    [Fact]
    public void A_need_after_the_soft_deadline_is_taken_and_marked_late() =>
        Assert.True(Accepted(NeedDecisions.Report(Collecting, new ReportNeed("need-1", Content, Reporter, AfterTheSoftDeadline))).Late);

    [Fact]
    public void A_need_after_the_hard_deadline_is_sent_to_the_next_round()
    {
        var setting = new NeedSetting(HardDeadlineRound, LightVehicles, NextPlan);
        var refusal = Refused(NeedDecisions.Report(setting, new ReportNeed("need-1", Content, Reporter, HardDeadlineRound.Needs.Deadline)));

        Assert.Equal("needs-closed", refusal.Code);
        Assert.Contains("2021-2", refusal.Detail.No, StringComparison.Ordinal);
        Assert.Contains("Monday 16 August 2021", refusal.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_need_after_the_lock_is_refused_even_before_the_round_has_noticed() => Assert.Equal(
        "needs-closed", Refused(NeedDecisions.Report(Collecting, new ReportNeed("need-1", Content, Reporter, CollectingRound.Needs.LotsLockAt))).Code);

    [Fact]
    public void A_need_before_the_opening_is_refused() => Assert.Equal(
        "needs-not-open", Refused(NeedDecisions.Report(Collecting, new ReportNeed("need-1", Content, Reporter, BeforePlanning))).Code);

    [Fact]
    public void Only_a_reporter_of_an_agency_reports()
    {
        Assert.Equal("role-required", Refused(NeedDecisions.Report(Collecting, new ReportNeed("need-1", Content, BudgetHolder, WhileNeedsAreTaken))).Code);
        Assert.Equal("no-agency", Refused(NeedDecisions.Report(Collecting, new ReportNeed("need-1", Content, Reporter with { AgencyId = null }, WhileNeedsAreTaken))).Code);
    }

    [Fact]
    public void An_edit_is_a_new_version_and_needs_a_new_approval()
    {
        var decision = NeedDecisions.Edit(Collecting, ApprovedNeed, new EditNeed(Content with { Quantity = 4 }, Reporter, WhileNeedsAreTaken));
        var edited = Accepted(decision);

        Assert.Equal(2, edited.Version);
        Assert.Equal(NeedState.Reported, edited.State);
        Assert.Null(edited.Approval);
        Assert.True(((NeedEdited)OnlyEvent(decision)).ApprovalLapsed);
    }

    [Fact]
    public void An_edit_that_changes_nothing_keeps_the_approval() =>
        Assert.Same(ApprovedNeed, Accepted(NeedDecisions.Edit(Collecting, ApprovedNeed, new EditNeed(Content, Reporter, WhileNeedsAreTaken))));

    [Fact]
    public void An_edit_after_the_soft_deadline_makes_the_need_late() =>
        Assert.True(Accepted(NeedDecisions.Edit(Collecting, ReportedNeed, new EditNeed(Content with { Quantity = 4 }, Reporter, AfterTheSoftDeadline))).Late);

    [Fact]
    public void A_withdrawn_need_stays_withdrawn()
    {
        var withdrawn = Accepted(NeedDecisions.Withdraw(Collecting, ApprovedNeed, new WithdrawNeed(Reporter, WhileNeedsAreTaken)));

        Assert.Equal(NeedState.Withdrawn, withdrawn.State);
        Assert.Same(withdrawn, Accepted(NeedDecisions.Withdraw(Collecting, withdrawn, new WithdrawNeed(Reporter, WhileNeedsAreTaken))));
        Assert.Equal("need-withdrawn", Refused(NeedDecisions.Edit(Collecting, withdrawn, new EditNeed(Content, Reporter, WhileNeedsAreTaken))).Code);
        Assert.Equal("need-withdrawn", Refused(NeedDecisions.Approve(Collecting, withdrawn, new ApproveNeed(1, 1m, BudgetHolder, WhileNeedsAreTaken))).Code);
    }

    [Fact]
    public void Whoever_reported_a_need_does_not_approve_it()
    {
        var both = Reporter with { Roles = [Role.NeedReporter, Role.BudgetHolder] };

        Assert.Equal("same-person", Refused(NeedDecisions.Approve(Collecting, ReportedNeed, new ApproveNeed(1, 400_000m, both, WhileNeedsAreTaken))).Code);
    }

    [Fact]
    public void Whoever_edited_a_need_does_not_approve_it()
    {
        var both = new Caller("ida", [Role.NeedReporter, Role.BudgetHolder], "bym");
        var edited = Accepted(NeedDecisions.Edit(Collecting, ReportedNeed, new EditNeed(Content with { Quantity = 9 }, both, WhileNeedsAreTaken)));

        Assert.Equal("same-person", Refused(NeedDecisions.Approve(Collecting, edited, new ApproveNeed(2, 400_000m, both, WhileNeedsAreTaken))).Code);
    }

    [Fact]
    public void A_budget_holder_approves_the_version_that_was_read()
    {
        var edited = Accepted(NeedDecisions.Edit(Collecting, ReportedNeed, new EditNeed(Content with { Quantity = 4 }, Reporter, WhileNeedsAreTaken)));

        Assert.Equal("need-changed", Refused(NeedDecisions.Approve(Collecting, edited, new ApproveNeed(1, 400_000m, BudgetHolder, WhileNeedsAreTaken))).Code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public void A_price_ceiling_is_above_zero_and_within_reason(int ceiling) => Assert.Equal(
        "invalid-price-ceiling", Refused(NeedDecisions.Approve(Collecting, ReportedNeed, new ApproveNeed(1, ceiling, BudgetHolder, WhileNeedsAreTaken))).Code);

    [Fact]
    public void The_ceiling_is_not_in_the_event() => Assert.Equal(
        new NeedApproved("need-1", "bym", 1), OnlyEvent(NeedDecisions.Approve(Collecting, ReportedNeed, new ApproveNeed(1, 400_000m, BudgetHolder, WhileNeedsAreTaken))));

    [Fact]
    public void Another_agency_does_not_even_learn_that_the_need_exists()
    {
        Assert.Equal(RefusalKind.NotFound, Refused(NeedDecisions.Edit(Collecting, ReportedNeed, new EditNeed(Content, OtherAgency, WhileNeedsAreTaken))).Kind);
        Assert.Equal(RefusalKind.NotFound, Refused(NeedDecisions.Withdraw(Collecting, ReportedNeed, new WithdrawNeed(OtherAgency, WhileNeedsAreTaken))).Kind);
        Assert.Equal(RefusalKind.NotFound, Refused(NeedDecisions.Approve(Collecting, ReportedNeed, new ApproveNeed(1, 1m, OtherAgency, WhileNeedsAreTaken))).Kind);
    }
}
