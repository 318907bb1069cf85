using NodaTime;
using Samkjop.Purchasing;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Needs;

/// <summary>Agencies are reminded seven and two working days before Friday 30 April 2021, at eight in the morning.</summary>
public sealed class NeedsReminderTests
{
    [Fact]
    public void Working_days_are_counted_back_from_the_day_of_the_deadline()
    {
        Assert.Equal(Oslo(2021, 4, 21, 8, 0), NeedsReminders.At(CollectingRound, 7));
        Assert.Equal(Oslo(2021, 4, 28, 8, 0), NeedsReminders.At(CollectingRound, 2));
        var midnight = CollectingRound with { Needs = CollectingRound.Needs with { Deadline = Oslo(2021, 5, 1, 0, 0) } };
        Assert.Equal(Oslo(2021, 4, 28, 8, 0), NeedsReminders.At(midnight, 2));
    }

    [Fact]
    public void Easter_days_are_not_counted()
    {
        var afterEaster = CollectingRound with { Needs = CollectingRound.Needs with { Deadline = Oslo(2021, 4, 7, 16, 0) } };
        Assert.Equal(Oslo(2021, 3, 31, 8, 0), NeedsReminders.At(afterEaster, 2));
    }

    [Fact]
    public void A_reminder_is_due_from_its_hour_until_it_is_noted()
    {
        Assert.Null(NeedsReminders.Due(CollectingRound, Oslo(2021, 4, 21, 7, 59)));
        Assert.Equal(7, NeedsReminders.Due(CollectingRound, Oslo(2021, 4, 21, 8, 0)));

        var decision = NeedsReminders.Note(CollectingRound, 7, agencies: 3, approvals: 1);
        Assert.Equal(new AgenciesReminded("2021-1", 7, 3, 1), OnlyEvent(decision));
        Assert.Null(NeedsReminders.Due(Accepted(decision), Oslo(2021, 4, 27, 8, 0)));
        Assert.Equal(2, NeedsReminders.Due(Accepted(decision), Oslo(2021, 4, 28, 8, 0)));
        Assert.Same(Accepted(decision), Accepted(NeedsReminders.Note(Accepted(decision), 7, 0, 0)));
    }

    [Fact]
    public void Of_two_that_were_missed_only_the_last_goes_out()
    {
        Assert.Equal(2, NeedsReminders.Due(CollectingRound, Oslo(2021, 4, 29, 9, 0)));
        var noted = Accepted(NeedsReminders.Note(CollectingRound, 2, 0, 0));
        Assert.Null(NeedsReminders.Due(noted, Oslo(2021, 4, 29, 9, 0)));
    }

    [Fact]
    public void Nothing_is_due_after_the_deadline_before_the_opening_or_when_needs_are_closed()
    {
        Assert.Null(NeedsReminders.Due(CollectingRound, CollectingRound.Needs.Deadline));
        Assert.Null(NeedsReminders.Due(ConsolidatingRound, Oslo(2021, 4, 28, 9, 0)));
        var openedLate = CollectingRound with { Needs = CollectingRound.Needs with { OpensAt = Oslo(2021, 4, 28, 8, 1) } };
        Assert.Null(NeedsReminders.Due(openedLate, Oslo(2021, 4, 29, 9, 0)));
        Assert.Null(NeedsReminders.Due(CollectingRound with { Settings = RoundSettings.Default with { NeedsReminderDays = [] } }, Oslo(2021, 4, 29, 9, 0)));
    }

    [Fact]
    public void The_messages_say_the_deadline_and_what_to_do_in_both_languages()
    {
        var now = Oslo(2021, 4, 28, 8, 0);
        var report = NeedsReminderMessages.ToReport(CollectingRound, "ren", 2, now);
        Assert.Equal(("needs-reminder-2-ren", "agency.ren"), (report.MessageId, report.Mark));
        Assert.Contains("fredag 30. april 2021 kl. 23.59", report.Body.No, StringComparison.Ordinal);
        Assert.Contains("Friday 30 April 2021 at 23:59", report.Body.En, StringComparison.Ordinal);

        var approve = NeedsReminderMessages.ToApprove(CollectingRound, "bym", 3, 2, now);
        Assert.Equal("approval-reminder-2-bym", approve.MessageId);
        Assert.StartsWith("3 av behovene deres", approve.Body.No, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    public void A_plan_with_an_absurd_reminder_is_refused(int days)
    {
        var plan = Plan with { Settings = RoundSettings.Default with { NeedsReminderDays = [days] } };
        Assert.Contains("settings.needsReminderDays", PlanRules.Check(plan, null, LightVehicles, BeforePlanning)!.Errors!.Keys);
    }

    [Fact]
    public void A_plan_with_the_same_reminder_twice_is_refused() => Assert.Equal(
        "invalid-plan", PlanRules.Check(Plan with { Settings = RoundSettings.Default with { NeedsReminderDays = [3, 3] } }, null, LightVehicles, BeforePlanning)!.Code);
}
