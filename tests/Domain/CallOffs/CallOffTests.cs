using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Calendars;

namespace Samkjop.Tests.Domain.CallOffs;

public sealed class CallOffTests
{
    private static readonly Caller OwnOfficer = new("andre", [Role.ProcurementOfficer], AgencyId: "bym");
    private static readonly Caller Helper = new("andre", [Role.ProcurementOfficer]);
    private static readonly Caller OtherOfficer = new("andre", [Role.ProcurementOfficer], AgencyId: "ren");
    private static readonly PlannedRound Plan = GivenRound.Plan with { RoundId = "2021-bym-1", CallOff = new CallOff("bym") };
    private static readonly PlannedRound PlanWithHelp = Plan with { CallOff = new CallOff("bym") { Assistance = [Role.ProcurementOfficer, Role.Opener] } };

    [Fact]
    public void An_own_call_off_has_its_agency_in_its_id()
    {
        Assert.Null(Check(Plan));
        Assert.Contains("roundId", Check(Plan with { RoundId = "2021-1" })!.Errors!.Keys);
        Assert.Contains("roundId", Check(Plan with { RoundId = "2021-ren-1" })!.Errors!.Keys);
        Assert.Contains("roundId", Check(Plan with { CallOff = null })!.Errors!.Keys);
    }

    [Theory]
    [InlineData(Role.AwardDecider)]
    [InlineData(Role.ContractManager)]
    [InlineData(Role.Auditor)]
    public void An_agency_asks_for_help_with_neither_the_award_nor_the_contract(string role) =>
        Assert.Contains("callOff.assistance", Check(Plan with { CallOff = new CallOff("bym") { Assistance = [role] } })!.Errors!.Keys);

    [Fact]
    public void An_agencys_officer_plans_its_own_call_offs_and_no_joint_round()
    {
        Assert.Null(CallOffAccess.MayPlan(Plan, null, OwnOfficer));
        Assert.Equal("not-of-agency", CallOffAccess.MayPlan(Plan, null, OtherOfficer)!.Code);
        Assert.Equal("not-a-joint-officer", CallOffAccess.MayPlan(GivenRound.Plan, null, OwnOfficer)!.Code);
        Assert.Null(CallOffAccess.MayPlan(GivenRound.Plan, null, Helper));
        Assert.Equal("not-a-joint-officer", CallOffAccess.MayKeepSystems(OwnOfficer)!.Code);
    }

    [Fact]
    public void An_officer_of_UKE_changes_a_call_off_only_where_the_agency_has_named_it_for_help()
    {
        Assert.Equal("not-of-agency", CallOffAccess.MayPlan(Plan, null, Helper)!.Code);
        Assert.Equal("not-of-agency", CallOffAccess.MayPlan(Plan, Plan, Helper)!.Code);
        Assert.Null(CallOffAccess.MayPlan(PlanWithHelp with { Title = new Text("Ny", "New") }, PlanWithHelp, Helper));
        Assert.Equal("not-of-agency", CallOffAccess.MayPlan(PlanWithHelp, PlanWithHelp, Helper with { Subject = "tonje" })!.Code);
        Assert.Equal("not-of-agency", CallOffAccess.MayPlan(PlanWithHelp with { CallOff = new CallOff("bym") { Assistance = [Role.Evaluator] } }, PlanWithHelp, Helper)!.Code);
    }

    [Fact]
    public void The_agencys_own_people_act_and_UKEs_where_it_has_asked_for_help()
    {
        var (own, helped) = (Open(Plan), Open(PlanWithHelp));

        Assert.Null(MayAct(own, OwnOfficer, Role.ProcurementOfficer));
        Assert.Equal("not-of-agency", MayAct(own, Helper, Role.ProcurementOfficer));
        Assert.Equal("not-of-agency", MayAct(helped, OtherOfficer, Role.ProcurementOfficer));
        Assert.Null(MayAct(helped, Helper, Role.ProcurementOfficer));
        Assert.Equal("not-named-for-round", MayAct(helped, Helper with { Subject = "tonje" }, Role.ProcurementOfficer));
        Assert.Equal("not-of-agency", MayAct(helped, new Caller("eva", [Role.Evaluator]), Role.Evaluator));
        Assert.Equal("not-of-agency", MayAct(helped, new Caller("direktor", [Role.AwardDecider]), Role.AwardDecider));
    }

    [Fact]
    public void Other_agencies_do_not_see_it()
    {
        var round = Open(Plan);

        Assert.True(RoundAccess.MaySee(round, OwnOfficer) && RoundAccess.RunsRounds(round, OwnOfficer));
        Assert.True(RoundAccess.MaySee(round, GivenRound.Reporter) && !RoundAccess.RunsRounds(round, GivenRound.Reporter));
        Assert.True(RoundAccess.MaySee(round, Helper) && RoundAccess.MaySee(round, new Caller("revisor", [Role.Auditor], AgencyId: "krv")));
        Assert.False(RoundAccess.MaySee(round, OtherOfficer) || RoundAccess.MaySee(round, GivenRound.OtherAgency));
    }

    [Fact]
    public void An_agencys_officer_reads_joint_rounds_as_its_agency_does() =>
        Assert.True(RoundAccess.MaySee(GivenRound.CollectingRound, OwnOfficer) && !RoundAccess.RunsRounds(GivenRound.CollectingRound, OwnOfficer));

    [Fact]
    public void Only_the_agencys_needs_are_taken()
    {
        var setting = new NeedSetting(Open(Plan), GivenRound.LightVehicles);

        Assert.Equal("bym", Accepted(NeedDecisions.Report(setting, new ReportNeed("need-1", GivenRound.Content, GivenRound.Reporter, GivenRound.WhileNeedsAreTaken))).AgencyId);
        Assert.Equal("not-found", GivenRound.Refused(NeedDecisions.Report(
            setting, new ReportNeed("need-2", GivenRound.Content, GivenRound.OtherAgency, GivenRound.WhileNeedsAreTaken))).Code);
    }

    [Fact]
    public void What_comes_too_late_goes_to_a_joint_round_or_a_later_call_off_of_the_same_agency()
    {
        var (later, others) = (Plan with { RoundId = "2021-bym-2", NeedsOpen = Plan.NeedsOpen.PlusDays(60), NeedsDeadline = Plan.NeedsDeadline.PlusDays(60) }, GivenRound.NextPlan with { RoundId = "2021-ren-1", CallOff = new CallOff("ren") });

        Assert.Equal("2021-bym-2", NextRound.After(Open(Plan), [others, GivenRound.NextPlan, later], GivenRound.AfterTheLock)!.RoundId);
        Assert.Equal("2021-2", NextRound.After(GivenRound.CollectingRound, [others, later, GivenRound.NextPlan], GivenRound.AfterTheLock)!.RoundId);
    }

    [Fact]
    public void The_calendar_shows_it_to_the_agency_and_to_those_who_run_rounds_for_all()
    {
        var entries = RoundEntries.Of(Plan, Open(Plan), [], []);

        Assert.All([OwnOfficer, GivenRound.Reporter, Helper], caller => Assert.Contains(entries, e => e.IsFor(CalendarAudience.TagsOf(caller))));
        Assert.DoesNotContain(entries, e => e.IsFor(CalendarAudience.TagsOf(GivenRound.OtherAgency)) || e.IsFor(CalendarAudience.TagsOf(OtherOfficer)));
    }

    [Fact]
    public void The_agencys_officer_asks_for_help_in_an_open_round_and_nobody_else_does()
    {
        var round = Open(Plan);

        Assert.Equal([Role.Evaluator], Accepted(Ask(round, OwnOfficer)).CallOff!.Assistance);
        Assert.Equal("not-of-agency", GivenRound.Refused(Ask(Open(PlanWithHelp), Helper)).Code);
        Assert.Equal("not-of-agency", GivenRound.Refused(Ask(GivenRound.CollectingRound, Helper)).Code);

        static Decision<Round> Ask(Round round, Caller by) =>
            PeopleChanging.Change(round, new ChangePeople(round.People, "Vi mangler folk.", by, GivenRound.WhileNeedsAreTaken, [Role.Evaluator]));
    }

    private static Round Open(PlannedRound plan) => Accepted(RoundOpening.Open(plan));

    private static T Accepted<T>(Decision<T> decision) => GivenRound.Accepted(decision);

    private static string? MayAct(Round round, Caller caller, string role) => RoundAccess.MayActAs(round, caller, role, GivenRound.WhileNeedsAreTaken)?.Code;

    private static Refusal? Check(PlannedRound plan) => PlanRules.Check(plan, null, GivenRound.LightVehicles, GivenRound.BeforePlanning);
}
