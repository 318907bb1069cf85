using CsCheck;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing;
using static Samkjop.Tests.Domain.GivenRound;

namespace Samkjop.Tests.Domain.Plans;

/// <summary>A round copied as the next one's plan.</summary>
public sealed class PlanCopyingTests
{
    private static readonly PlannedRound Source = Plan with
    {
        OpenedAt = BeforePlanning,
        Meeting = new InformationMeeting(new LocalDateTime(2021, 4, 15, 9, 0), new LocalDateTime(2021, 4, 15, 10, 0), "Teams", "https://teams.microsoft.com/l/1"),
    };

    [Fact]
    public void Settings_and_people_are_copied_and_every_date_keeps_its_distance_from_the_opening()
    {
        var copied = PlanCopying.Copy(Source, null, new CopyPlan("2021-2", new LocalDate(2021, 8, 16)));
        Assert.Equal((Source.People, Source.Settings, "2021-1"), (copied.Plan.People, copied.Plan.Settings, copied.Plan.CopiedFrom));
        Assert.Equal(new LocalDateTime(2021, 9, 17, 23, 59), copied.Plan.NeedsDeadline);
        Assert.Equal(new LocalDateTime(2021, 9, 2, 9, 0), copied.Plan.Meeting!.Starts);
        Assert.Equal(new LocalDateTime(2021, 9, 2, 10, 0), copied.Plan.Meeting.Ends);
        Assert.Null(copied.Plan.OpenedAt);
    }

    [Fact]
    public void The_link_of_the_meeting_is_not_copied_and_that_is_told()
    {
        var copied = PlanCopying.Copy(Source, null, new CopyPlan("2021-2", new LocalDate(2021, 8, 16)));
        Assert.Null(copied.Plan.Meeting!.Link);
        Assert.Contains("link", Assert.Single(copied.Findings).En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_on_a_holiday_goes_to_the_next_working_day_and_the_reason_is_told()
    {
        // 29 March 2021 + 364 days is 28 March 2022, 17 days before Maundy Thursday; the meeting falls on it.
        var copied = PlanCopying.Copy(Source, null, new CopyPlan("2022-1", new LocalDate(2022, 3, 28)));
        Assert.Equal(new LocalDate(2022, 4, 19), copied.Plan.Meeting!.Starts.Date);
        Assert.Contains(copied.Findings, f => f.No.Contains("skjærtorsdag", StringComparison.OrdinalIgnoreCase) && f.No.Contains("tirsdag 19. april 2022", StringComparison.Ordinal));
    }

    [Fact]
    public void Lots_are_never_locked_before_a_deadline_that_was_moved()
    {
        // The deadline falls on Saturday 1 May 2021 and the lock on the Sunday: both would go to Monday, the lock at noon before the deadline at 23:59.
        var source = Source with { LotsLock = new LocalDateTime(2021, 5, 1, 12, 0) };
        var copied = PlanCopying.Copy(source, null, new CopyPlan("2021-2", source.NeedsOpen.PlusDays(1)));
        Assert.Equal(new LocalDateTime(2021, 5, 3, 23, 59), copied.Plan.NeedsDeadline);
        Assert.Equal(new LocalDateTime(2021, 5, 4, 12, 0), copied.Plan.LotsLock);
        Assert.Contains(copied.Findings, f => f.En.StartsWith("The locking would have come before", StringComparison.Ordinal));
    }

    [Fact]
    public void The_procurement_document_begins_anew_as_version_1_and_opens_with_the_round()
    {
        var document = ReadyRound.ProcurementDocument! with { Version = 7 };
        var copied = PlanCopying.Copy(Source, document, new CopyPlan("2021-2", new LocalDate(2021, 8, 16))).Plan;
        Assert.Equal(document with { Version = 1 }, copied.Document);
        var opened = Assert.IsType<Samkjop.Decisions.Decision<Round>.Accepted>(RoundOpening.Open(copied));
        Assert.Equal(copied.Document, opened.State.ProcurementDocument);
        Assert.Contains(opened.Events, e => e is ProcurementDocumentWritten { Version: 1 });
    }

    [Fact]
    public void Whatever_day_a_copy_opens_on_its_dates_are_working_days_in_order_and_each_move_is_told() =>
        Gen.Select(Gen.Int[0, 3650], Gen.Int[0, 40], Gen.Int[0, 20], Gen.Bool, Gen.Bool).Sample((days, until, lockAfter, hard, evesOff) =>
        {
            var settings = RoundSettings.Default with { NeedsDeadline = hard ? DeadlineKind.Hard : DeadlineKind.Soft, ChristmasAndNewYearsEveAreDaysOff = evesOff };
            var deadline = new LocalDateTime(2021, 3, 30, 23, 59).PlusDays(until);
            var source = Source with { Settings = settings, NeedsDeadline = deadline, LotsLock = hard ? deadline : deadline.PlusDays(1 + lockAfter).Date + new LocalTime(12, 0) };
            var opens = new LocalDate(2021, 4, 1).PlusDays(days);
            var copied = PlanCopying.Copy(source, null, new CopyPlan("2021-2", opens));
            var plan = copied.Plan;
            var calendar = new LegalCalendar(evesOff);
            LocalDate[] dates = [plan.NeedsOpen, plan.NeedsDeadline.Date, plan.LotsLock!.Value.Date, plan.Meeting!.Starts.Date];
            Assert.All(dates, date => Assert.True(calendar.IsWorkingDay(date)));
            Assert.True(plan.NeedsOpen <= plan.NeedsDeadline.Date && plan.NeedsDeadline <= plan.LotsLock);
            Assert.True(!hard || plan.LotsLock == plan.NeedsDeadline);
            var shift = Period.DaysBetween(source.NeedsOpen, opens);
            var moved = new[] { source.NeedsOpen, source.NeedsDeadline.Date, source.Meeting!.Starts.Date }.Count(d => !calendar.IsWorkingDay(d.PlusDays(shift)));
            Assert.True(copied.Findings.Length >= moved + 1);
            LocalDateTime[] times = [plan.NeedsDeadline, plan.LotsLock.Value, plan.Meeting.Starts];
            Assert.All(times, time => Assert.NotNull(OsloTime.ToInstant(time).InstantOrNull));
        });
}
