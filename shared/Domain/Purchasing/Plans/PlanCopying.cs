using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>Copies a round as another one's plan.</summary>
/// <param name="RoundId">Year and running number of the new round.</param>
/// <param name="NeedsOpen">The local day on which the new round opens; every other day keeps its distance from it.</param>
/// <param name="Title">The new title; null to keep the old one.</param>
/// <param name="PurchasingSystemId">The purchasing system of the new round; null to keep the old one.</param>
public sealed record CopyPlan(string RoundId, LocalDate NeedsOpen, Text? Title = null, string? PurchasingSystemId = null);

/// <summary>A copied plan with what its maker must know.</summary>
/// <param name="Plan">The plan, every date on a valid day.</param>
/// <param name="Findings">What differs from a plain shift of dates, and what must be looked at.</param>
public sealed record CopiedPlan(PlannedRound Plan, ImmutableArray<Text> Findings);

/// <summary>
/// Copies settings, people and procurement document, and moves the dates: each keeps its distance in days from the opening, and one that falls on a
/// Saturday, Sunday or public holiday goes to the next working day. Whatever was moved so is told.
/// </summary>
public static class PlanCopying
{
    /// <summary>The copy.</summary>
    /// <param name="source">The plan that is copied.</param>
    /// <param name="document">Its round's procurement document; null where there is none.</param>
    /// <param name="command">What the copy shall be.</param>
    public static CopiedPlan Copy(PlannedRound source, ProcurementDocument? document, CopyPlan command)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(command);
        var findings = ImmutableArray.CreateBuilder<Text>();
        var calendar = PlanTimes.CalendarOf(source.Settings);
        var opens = OnWorkingDay(command.NeedsOpen, new Text("Åpningen", "The opening"), calendar, findings);
        var days = Period.DaysBetween(source.NeedsOpen, command.NeedsOpen);
        var deadline = Shift(source.NeedsDeadline, days, new Text("Behovsfristen", "The needs deadline"), calendar, findings);
        var plan = source with
        {
            RoundId = command.RoundId,
            Title = command.Title ?? source.Title,
            PurchasingSystemId = command.PurchasingSystemId ?? source.PurchasingSystemId,
            NeedsOpen = opens,
            NeedsDeadline = deadline,
            LotsLock = LockOf(source, deadline, days, calendar, findings),
            Meeting = MeetingOf(source, days, calendar, findings),
            People = PeopleOf(source, findings),
            Document = (document ?? source.Document) is { } copied ? copied with { Version = 1 } : null,
            CopiedFrom = source.RoundId,
            OpenedAt = null,
            RepeatedHour = null,
        };
        return new CopiedPlan(plan, findings.ToImmutable());
    }

    private static LocalDateTime? LockOf(PlannedRound source, LocalDateTime deadline, int days, LegalCalendar calendar, ImmutableArray<Text>.Builder findings)
    {
        if (source.LotsLock is not { } before)
        {
            return null;
        }

        if (source.Settings.NeedsDeadline is DeadlineKind.Hard)
        {
            return deadline;
        }

        var shifted = Shift(before, days, new Text("Låsingen av delkontrakter", "The locking of lots"), calendar, findings);
        if (shifted >= deadline)
        {
            return shifted;
        }

        var moved = calendar.NextWorkingDay(deadline.Date) + shifted.TimeOfDay;
        findings.Add(new Text(
            $"Låsingen ville kommet før den flyttede behovsfristen, og er satt til {OsloFormat.Day(moved.Date).No}.",
            $"The locking would have come before the needs deadline that was moved, and is set to {OsloFormat.Day(moved.Date).En}."));
        return moved;
    }

    private static InformationMeeting? MeetingOf(PlannedRound source, int days, LegalCalendar calendar, ImmutableArray<Text>.Builder findings)
    {
        if (source.Meeting is not { } meeting)
        {
            return null;
        }

        var starts = Shift(meeting.Starts, days, new Text("Informasjonsmøtet", "The information meeting"), calendar, findings);
        if (meeting.Link is not null)
        {
            findings.Add(new Text(
                "Lenken til informasjonsmøtet er ikke kopiert; hvert møte har sin egen. Legg inn den nye.",
                "The link of the information meeting is not copied; each meeting has its own. Enter the new one."));
        }

        return meeting with { Starts = starts, Ends = starts + Period.Between(meeting.Starts, meeting.Ends), Link = null };
    }

    private static RoundPeople PeopleOf(PlannedRound source, ImmutableArray<Text>.Builder findings)
    {
        if (!source.People.Deputies.IsEmpty)
        {
            findings.Add(new Text(
                "Stedfortrederne er ikke kopiert; de gjaldt dager i den gamle runden. Sett nye der det trengs.",
                "The deputies are not copied; they were for days of the old round. Set new ones where they are needed."));
        }

        return source.People with { Deputies = [] };
    }

    private static LocalDateTime Shift(LocalDateTime time, int days, Text what, LegalCalendar calendar, ImmutableArray<Text>.Builder findings) =>
        OnWorkingDay(time.Date.PlusDays(days), what, calendar, findings) + time.TimeOfDay;

    private static LocalDate OnWorkingDay(LocalDate day, Text what, LegalCalendar calendar, ImmutableArray<Text>.Builder findings)
    {
        var moved = calendar.WorkingDayOnOrAfter(day);
        if (moved != day)
        {
            var (from, to, why) = (OsloFormat.Day(day), OsloFormat.Day(moved), calendar.DayOffName(day));
            findings.Add(new Text(
                $"{what.No} ville falt på {from.No}{Because(why?.No)} og er flyttet til {to.No}.",
                $"{what.En} would have fallen on {from.En}{Because(why?.En)} and is moved to {to.En}."));
        }

        return moved;
    }

    private static string Because(string? why) => why is null ? "" : $" ({why})";
}
