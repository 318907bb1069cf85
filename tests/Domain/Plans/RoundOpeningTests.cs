using CsCheck;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing;

namespace Samkjop.Tests.Domain.Plans;

public sealed class RoundOpeningTests
{
    [Fact]
    public void A_round_is_due_when_its_day_begins_in_Oslo_not_in_London()
    {
        Assert.False(RoundOpening.IsDue(GivenRound.Plan, Instant.FromUtc(2021, 3, 28, 21, 59)));
        Assert.True(RoundOpening.IsDue(GivenRound.Plan, Instant.FromUtc(2021, 3, 28, 22, 0)));
    }

    [Fact]
    public void A_day_that_was_missed_is_still_due() => Assert.True(RoundOpening.IsDue(GivenRound.Plan, GivenRound.WhileNeedsAreTaken));

    [Fact]
    public void An_opened_plan_is_never_due() => Assert.False(RoundOpening.IsDue(GivenRound.Plan with { OpenedAt = GivenRound.WhileNeedsAreTaken }, GivenRound.AfterTheLock));

    [Fact]
    public void The_needs_window_is_the_plans_in_UTC()
    {
        var needs = GivenRound.CollectingRound.Needs;

        Assert.Equal(Instant.FromUtc(2021, 3, 28, 22, 0), needs.OpensAt);
        Assert.Equal(Instant.FromUtc(2021, 4, 30, 21, 59), needs.Deadline);
        Assert.Equal(Instant.FromUtc(2021, 5, 3, 10, 0), needs.LotsLockAt);
    }

    [Fact]
    public void A_hard_deadline_locks_lots_at_the_deadline() =>
        Assert.Equal(GivenRound.HardDeadlineRound.Needs.Deadline, GivenRound.HardDeadlineRound.Needs.LotsLockAt);

    [Fact]
    public void Lots_never_lock_before_the_deadline() => Gen.Select(Gen.Int[0, 3000], Gen.Int[0, 86_399]).Sample((day, second) =>
    {
        var deadline = new LocalDate(2021, 4, 1).PlusDays(day) + LocalTime.FromSecondsSinceMidnight(second);
        if (OsloTime.ToInstant(deadline) is not OsloTimeResult.Resolved)
        {
            return;
        }

        var window = PlanTimes.WindowOf(GivenRound.Plan with { NeedsDeadline = deadline });
        Assert.True(window.LotsLockAt > window.Deadline);
        Assert.Equal(PlanTimes.DefaultLock, OsloTime.ToLocal(window.LotsLockAt).TimeOfDay);
    });

    [Fact]
    public void The_next_round_is_the_first_of_the_same_system_whose_deadline_is_ahead()
    {
        var later = GivenRound.NextPlan with { RoundId = "2022-1", NeedsOpen = new LocalDate(2022, 1, 10), NeedsDeadline = new LocalDateTime(2022, 2, 10, 12, 0) };
        var other = GivenRound.NextPlan with { RoundId = "2021-3", PurchasingSystemId = "dps-over", NeedsOpen = new LocalDate(2021, 6, 1) };

        Assert.Equal(GivenRound.NextPlan, NextRound.After(GivenRound.ConsolidatingRound, [later, other, GivenRound.Plan, GivenRound.NextPlan], GivenRound.AfterTheLock));
        Assert.Null(NextRound.After(GivenRound.ConsolidatingRound, [GivenRound.Plan, other], GivenRound.AfterTheLock));
    }
}
