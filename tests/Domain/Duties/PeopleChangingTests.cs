using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Duties;

public sealed class PeopleChangingTests
{
    private static readonly LocalDate Today = new(2021, 5, 21);
    private static readonly RoundPeople Before = Competition.Opened.People;

    [Fact]
    public void An_officer_names_others_with_a_reason_that_is_kept_beside_the_audit_log()
    {
        var after = Before with { Evaluators = ["evaluator-1", "ny"], Deputies = [new Deputy("vikar", "decider", Role.AwardDecider, Today, Today)] };

        var decision = Change(Competition.Opened, after);

        Assert.Equal(new PeopleChange(1, Competition.After, "officer", "Ny i jobben."), Assert.Single(decision.Accepted().PeopleChanges));
        var told = Assert.IsType<RoundPeopleChanged>(Assert.Single(decision.Events()));
        Assert.Equal([new RoundDuty("ny", Role.Evaluator)], told.Named);
        Assert.Equal([new RoundDuty("evaluator-2", Role.Evaluator)], told.Relieved);
        Assert.Equal("vikar", Assert.Single(told.Deputies).Subject);
    }

    [Fact]
    public void Without_a_reason_nothing_is_changed() =>
        Assert.Contains("reason", PeopleChanging.Change(Competition.Opened, new ChangePeople(Before with { Evaluators = ["ny"] }, " ", Competition.Officer, Competition.After)).Refused().Errors!.Keys);

    [Fact]
    public void Whoever_has_evaluated_or_been_officer_never_decides()
    {
        var relieved = Change(Competition.Opened, Before with { Evaluators = ["ny"], ProcurementOfficers = ["officer", "annen"] }).Accepted();
        relieved = Change(relieved, relieved.People with { ProcurementOfficers = ["officer"] }).Accepted();

        foreach (var former in new[] { "evaluator-1", "annen" })
        {
            Assert.Contains("people.awardDeciders", Change(relieved, relieved.People with { AwardDeciders = [former] }).Refused().Errors!.Keys);
            var asDeputy = relieved.People with { Deputies = [new Deputy(former, "decider", Role.AwardDecider, Today, Today)] };
            Assert.Contains("people.awardDeciders", Change(relieved, asDeputy).Refused().Errors!.Keys);
        }
    }

    [Fact]
    public void Whoever_could_decide_never_evaluates_or_becomes_officer()
    {
        var relieved = Change(Competition.Opened, Before with { AwardDeciders = ["ny"] }).Accepted();

        Assert.Contains("people.evaluators", Change(relieved, relieved.People with { Evaluators = ["decider"] }).Refused().Errors!.Keys);
        Assert.Contains("people.procurementOfficers", Change(relieved, relieved.People with { ProcurementOfficers = ["officer", "decider"] }).Refused().Errors!.Keys);
    }

    [Fact]
    public void A_deputy_that_stood_in_is_held_to_it_and_one_that_never_began_is_not()
    {
        var withDeputies = Change(Competition.Opened, Before with
        {
            Deputies = [new Deputy("vikar", "evaluator-1", Role.Evaluator, Today, Today), new Deputy("senere", "evaluator-1", Role.Evaluator, Today.PlusDays(1), Today.PlusDays(2))],
        }).Accepted();
        var without = Change(withDeputies, Before).Accepted();

        Assert.Contains("people.awardDeciders", Change(without, Before with { AwardDeciders = ["decider", "vikar"] }).Refused().Errors!.Keys);
        Assert.Equal(["decider", "senere"], Change(without, Before with { AwardDeciders = ["decider", "senere"] }).Accepted().People.AwardDeciders);
    }

    [Fact]
    public void What_somebody_did_while_named_stands()
    {
        var approved = BidOpening.Approve(Competition.AwaitingOpening, new ApproveOpening(Competition.Opener, Competition.After)).Accepted();
        var changed = Change(approved, Before with { Openers = ["opener-2", "opener-3", "ny"] }).Accepted();

        Assert.Equal("not-named-for-round", BidOpening.Approve(changed, new ApproveOpening(Competition.Opener, Competition.After)).Refused().Code);
        Assert.True(BidOpening.IsApproved(BidOpening.Approve(changed, new ApproveOpening(Competition.SecondOpener, Competition.After)).Accepted()));
    }

    [Fact]
    public void A_deputy_is_not_set_for_days_that_have_passed() => Assert.Contains(
        "people.deputies",
        Change(Competition.Opened, Before with { Deputies = [new Deputy("vikar", "decider", Role.AwardDecider, Today.PlusDays(-2), Today.PlusDays(-1))] }).Refused().Errors!.Keys);

    [Fact]
    public void The_rules_of_a_plan_hold_for_a_round_too() =>
        Assert.Contains("people.openers", Change(Competition.Opened, Before with { Openers = ["opener-1", "opener-2"] }).Refused().Errors!.Keys);

    [Fact]
    public void An_administrator_replaces_officers_when_none_is_left_and_nothing_else()
    {
        Assert.Equal(["ny"], Change(Competition.Opened, Before with { ProcurementOfficers = ["ny"] }, Competition.Administrator).Accepted().People.ProcurementOfficers);
        Denied(Before with { ProcurementOfficers = ["officer", "ny"] });
        Denied(Before with { ProcurementOfficers = ["administrator"] });
        Denied(Before with { ProcurementOfficers = ["ny"], Evaluators = ["ny"] });
        Denied(Before with { Deputies = [new Deputy("ny", "officer", Role.ProcurementOfficer, Today, Today)] });

        static void Denied(RoundPeople after) =>
            Assert.Equal("administrator-replaces-officers-only", Change(Competition.Opened, after, Competition.Administrator).Refused().Code);
    }

    [Fact]
    public void Nobody_else_changes_them() =>
        Assert.Equal("role-required", Change(Competition.Opened, Before with { Evaluators = ["ny"] }, Competition.Evaluator).Refused().Code);

    [Fact]
    public void A_closed_round_keeps_its_people() =>
        Assert.Equal("round-closed", Change(Competition.Opened with { Phase = RoundPhase.Closed }, Before with { Evaluators = ["ny"] }).Refused().Code);

    [Fact]
    public void The_same_people_once_more_change_nothing() => Assert.Empty(Change(Competition.Opened, Before with { Openers = [.. Before.Openers] }).Events());

    private static Samkjop.Decisions.Decision<Round> Change(Round round, RoundPeople after, Caller? by = null) =>
        PeopleChanging.Change(round, new ChangePeople(after, "Ny i jobben.", by ?? Competition.Officer, Competition.After));
}
