using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>A reminder before the needs deadline went out.</summary>
/// <param name="WorkingDays">How many working days before the deadline it was planned for.</param>
/// <param name="Agencies">How many agencies had reported nothing and were reminded.</param>
/// <param name="Approvals">How many agencies had needs that nobody had approved and were reminded.</param>
public sealed record AgenciesReminded(string RoundId, int WorkingDays, int Agencies, int Approvals) : DomainEvent;

/// <summary>
/// When agencies are reminded of the needs deadline: at 08:00 Europe/Oslo, so many working days before its day. A reminder that was missed goes out late, as
/// long as the deadline is ahead; of several that were missed only the last goes out.
/// </summary>
public static class NeedsReminders
{
    /// <summary>The hour at which reminders go out; Europe/Oslo.</summary>
    public static LocalTime Hour { get; } = new(8, 0);

    /// <summary>The reminder that is due, by its working days before the deadline; null when none is.</summary>
    public static int? Due(Round round, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Phase is RoundPhase.CollectingNeeds && now < round.Needs.Deadline
            ? round.Settings.NeedsReminderDays
                .Where(days => !round.NeedsReminded.Contains(days) && At(round, days) is var at && at >= round.Needs.OpensAt && at <= now)
                .Order().Select(days => (int?)days).FirstOrDefault()
            : null;
    }

    /// <summary>When a reminder goes out.</summary>
    /// <param name="round">The round.</param>
    /// <param name="workingDays">Working days before the day of its needs deadline.</param>
    public static Instant At(Round round, int workingDays)
    {
        ArgumentNullException.ThrowIfNull(round);
        var lastDay = OsloTime.DateOf(round.Needs.Deadline - Duration.Epsilon);
        return OsloTime.ToInstant(PlanTimes.CalendarOf(round.Settings).AddWorkingDays(lastDay, -workingDays) + Hour).InstantOrNull
            ?? throw new InvalidOperationException("No clock change skips eight in the morning.");
    }

    /// <summary>Notes that a reminder has gone out, with those that it makes superfluous; once more changes nothing.</summary>
    public static Decision<Round> Note(Round round, int workingDays, int agencies, int approvals)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.NeedsReminded.Contains(workingDays)
            ? Decision.Unchanged(round)
            : Decision.Accept(
                round with
                {
                    NeedsReminded = [.. round.NeedsReminded, .. round.Settings.NeedsReminderDays.Where(d => d >= workingDays && !round.NeedsReminded.Contains(d))],
                },
                new AgenciesReminded(round.RoundId, workingDays, agencies, approvals));
    }
}
