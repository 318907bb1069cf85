using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Duties;

public sealed class DeputyRulesTests
{
    private static readonly LocalDate Monday = new(2021, 5, 3);
    private static readonly LocalDate Friday = new(2021, 5, 7);

    [Theory]
    [InlineData(Role.ProcurementOfficer, "andre")]
    [InlineData(Role.Opener, "en")]
    [InlineData(Role.Evaluator, "eva")]
    [InlineData(Role.AwardDecider, "direktor")]
    [InlineData(Role.ContractManager, "kontrakt")]
    public void A_deputy_acts_from_the_first_day_at_midnight_until_24_00_of_the_last_one(string role, string person)
    {
        var round = GivenRound.CollectingRound with { People = GivenRound.People with { Deputies = [new Deputy("vikar", person, role, Monday, Friday)] } };
        var caller = new Caller("vikar", [role]);
        var (starts, ends) = (OsloTime.StartOfDay(Monday), OsloTime.StartOfDay(Friday.PlusDays(1)));

        Assert.Null(RoundAccess.MayActAs(round, caller, role, starts));
        Assert.Null(RoundAccess.MayActAs(round, caller, role, ends.PlusTicks(-1)));
        Assert.Equal("not-named-for-round", RoundAccess.MayActAs(round, caller, role, starts.PlusTicks(-1))!.Code);
        Assert.Equal("not-named-for-round", RoundAccess.MayActAs(round, caller, role, ends)!.Code);
        Assert.Equal("role-required", RoundAccess.MayActAs(round, new Caller("vikar", []), role, starts)!.Code);
    }

    [Fact]
    public void A_deputy_may_stand_in_for_somebody_named() => Assert.Null(Check(Deputy()));

    [Fact]
    public void A_deputy_stands_in_for_nobody_else() => Refused("people.deputies[0].for", Deputy() with { For = "somebody" });

    [Fact]
    public void A_deputy_has_a_role_that_rounds_name_people_for() => Refused("people.deputies[0].role", Deputy() with { Role = Role.Auditor });

    [Fact]
    public void Whoever_is_named_for_the_role_is_no_deputy_in_it() => Refused("people.deputies[0].subject", Deputy() with { Subject = "eva" });

    [Fact]
    public void A_deputy_has_a_first_and_a_last_day() => Refused("people.deputies[0].until", Deputy() with { Until = Monday.PlusDays(-1) });

    [Fact]
    public void A_deputy_for_years_is_refused() => Refused("people.deputies[0].until", Deputy() with { Until = Monday.PlusDays(DeputyRules.MaxDays) });

    [Fact]
    public void Who_stands_in_for_an_evaluator_or_officer_on_any_day_does_not_decide()
    {
        Refused("people.awardDeciders", Deputy() with { Subject = "direktor" });
        Refused("people.awardDeciders", Deputy() with { Subject = "direktor", For = "andre", Role = Role.ProcurementOfficer });
        Refused("people.awardDeciders", Deputy() with { Subject = "eva", For = "direktor", Role = Role.AwardDecider });
        Refused(
            "people.awardDeciders",
            Deputy(),
            Deputy() with { For = "direktor", Role = Role.AwardDecider, From = Monday.PlusDays(30), Until = Friday.PlusDays(30) });
    }

    private static Deputy Deputy() => new("vikar", "eva", Role.Evaluator, Monday, Friday);

    private static void Refused(string path, params ImmutableArray<Deputy> deputies) => Assert.Contains(path, Check(deputies)!.Errors!.Keys);

    private static Samkjop.Decisions.Refusal? Check(params ImmutableArray<Deputy> deputies) => PlanRules.Check(
        GivenRound.Plan with { People = GivenRound.People with { Deputies = deputies } }, null, GivenRound.LightVehicles, GivenRound.BeforePlanning);
}
