using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Plans;

public sealed class PlanRulesTests
{
    [Fact]
    public void The_round_of_spring_2021_may_enter_the_calendar() => Assert.Null(Check(GivenRound.Plan));

    [Fact]
    public void A_round_does_not_open_in_the_past() => Refused(GivenRound.Plan with { NeedsOpen = new LocalDate(2021, 2, 28) }, "needsOpen");

    [Fact]
    public void A_year_that_was_mistyped_is_refused() => Refused(GivenRound.Plan with { NeedsOpen = new LocalDate(3021, 3, 29) }, "needsOpen");

    [Fact]
    public void The_deadline_does_not_come_before_the_opening() => Refused(GivenRound.Plan with { NeedsDeadline = new LocalDateTime(2021, 3, 28, 12, 0) }, "needsDeadline");

    [Fact]
    public void The_deadline_is_not_years_after_the_opening() => Refused(GivenRound.Plan with { NeedsDeadline = new LocalDateTime(2025, 3, 28, 12, 0) }, "needsDeadline");

    [Fact]
    public void A_deadline_that_the_clock_skips_in_spring_is_refused() => Refused(
        GivenRound.Plan with { NeedsOpen = new LocalDate(2021, 3, 15), NeedsDeadline = new LocalDateTime(2021, 3, 28, 2, 30) }, "needsDeadline");

    [Fact]
    public void A_deadline_that_comes_twice_in_autumn_is_refused_until_one_is_chosen()
    {
        var plan = GivenRound.Plan with { NeedsOpen = new LocalDate(2021, 10, 1), NeedsDeadline = new LocalDateTime(2021, 10, 31, 2, 30) };

        Refused(plan, "needsDeadline");
        Assert.Null(Check(plan with { RepeatedHour = RepeatedTime.Later }));
    }

    [Fact]
    public void The_award_decider_is_no_officer_of_the_round() => Refused(WithPeople(p => p with { AwardDeciders = ["andre"] }), "people.awardDeciders");

    [Fact]
    public void The_award_decider_is_no_evaluator() => Refused(WithPeople(p => p with { AwardDeciders = ["eva"] }), "people.awardDeciders");

    [Fact]
    public void Two_person_opening_takes_three_named_openers() => Refused(WithPeople(p => p with { Openers = ["en", "to"] }), "people.openers");

    [Fact]
    public void One_opener_will_do_where_two_person_opening_is_off() =>
        Assert.Null(Check(WithPeople(p => p with { Openers = ["en"] }) with { Settings = RoundSettings.Default with { TwoPersonOpening = false } }));

    [Fact]
    public void Independent_evaluation_takes_two_named_evaluators()
    {
        var alone = WithPeople(p => p with { Evaluators = ["en"] });

        Assert.Null(Check(alone));
        Refused(alone with { Settings = RoundSettings.Default with { IndependentEvaluation = true } }, "people.evaluators");
    }

    [Theory]
    [InlineData(4.9)]
    [InlineData(90.1)]
    public void A_price_is_asked_about_from_5_to_90_percent_below(double percent) => Refused(
        WithPeople(p => p) with { Settings = RoundSettings.Default with { LowPrice = new LowPriceRule((decimal)percent, LowPriceBasis.NextLowest) } }, "settings.lowPrice");

    [Theory]
    [InlineData(-1, 15, 14, "settings.liquidatedDamages")]
    [InlineData(0.05, 15, 14, "settings.liquidatedDamages")]
    [InlineData(20.1, 15, 14, "settings.liquidatedDamages")]
    [InlineData(1.5, 101, 14, "settings.liquidatedDamages")]
    [InlineData(1.5, 15, 0, "settings.escalationDays")]
    [InlineData(1.5, 15, 181, "settings.escalationDays")]
    [InlineData(0, 0, 180, null)]
    [InlineData(20, 100, 1, null)]
    public void Damages_and_escalation_have_sensible_bounds(double perMille, int cap, int escalation, string? field)
    {
        var plan = WithPeople(p => p) with
        {
            Settings = RoundSettings.Default with { LiquidatedDamages = new((decimal)perMille, Samkjop.Purchasing.Orders.DamagesDays.Working, cap), EscalationDays = escalation },
        };
        if (field is null)
            Assert.Null(Check(plan));
        else
            Refused(plan, field);
    }

    [Fact]
    public void The_same_opener_named_thrice_is_one() => Refused(WithPeople(p => p with { Openers = ["en", "en", "en"] }), "people.openers");

    [Fact]
    public void Somebody_is_named_for_every_duty() => Refused(WithPeople(p => p with { ProcurementOfficers = [] }), "people.procurementOfficers");

    [Fact]
    public void An_unknown_purchasing_system_is_refused() =>
        Assert.Contains("purchasingSystemId", PlanRules.Check(GivenRound.Plan, null, system: null, GivenRound.BeforePlanning)!.Errors!.Keys);

    [Theory]
    [InlineData("spring")]
    [InlineData("2021")]
    [InlineData("2021-0")]
    [InlineData("../2021-1")]
    public void A_round_is_named_by_year_and_running_number(string id) => Refused(GivenRound.Plan with { RoundId = id }, "roundId");

    [Fact]
    public void A_hard_deadline_locks_lots_at_once() => Refused(
        GivenRound.Plan with { Settings = RoundSettings.Default with { NeedsDeadline = DeadlineKind.Hard }, LotsLock = new LocalDateTime(2021, 5, 3, 12, 0) }, "lotsLock");

    [Fact]
    public void A_plan_that_was_opened_stands()
    {
        var opened = GivenRound.Plan with { OpenedAt = GivenRound.WhileNeedsAreTaken };

        Assert.Equal("plan-opened", PlanRules.Check(GivenRound.Plan, opened, GivenRound.LightVehicles, GivenRound.WhileNeedsAreTaken)!.Code);
    }

    [Fact]
    public void Every_finding_is_told_at_once()
    {
        var refusal = Check(GivenRound.Plan with { NeedsOpen = new LocalDate(2020, 1, 1), Title = new Text("", "") })!;

        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
        Assert.Equal(["needsDeadline", "needsOpen", "title"], refusal.Errors!.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("Ingenting er endret", refusal.Detail.No, StringComparison.Ordinal);
    }

    private static PlannedRound WithPeople(Func<RoundPeople, RoundPeople> change) => GivenRound.Plan with { People = change(GivenRound.People) };

    private static Refusal? Check(PlannedRound plan) => PlanRules.Check(plan, existing: null, GivenRound.LightVehicles, GivenRound.BeforePlanning);

    private static void Refused(PlannedRound plan, string field)
    {
        var refusal = Check(plan);
        Assert.NotNull(refusal);
        Assert.Equal("invalid-plan", refusal.Code);
        Assert.Contains(field, refusal.Errors!.Keys);
    }
}
