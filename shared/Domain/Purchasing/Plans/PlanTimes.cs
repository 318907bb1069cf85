using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>The local times of a plan as instants.</summary>
public static class PlanTimes
{
    /// <summary>The hour at which lots are locked on the working day after a soft deadline, where the plan says nothing else; Europe/Oslo.</summary>
    public static LocalTime DefaultLock { get; } = new(12, 0);

    /// <summary>When lots are locked, local: as planned, else at a hard deadline, else on the next working day after a soft one at <see cref="DefaultLock"/>.</summary>
    public static LocalDateTime LotsLockOf(PlannedRound plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.LotsLock is { } planned)
        {
            return planned;
        }

        return plan.Settings.NeedsDeadline is DeadlineKind.Hard
            ? plan.NeedsDeadline
            : CalendarOf(plan.Settings).NextWorkingDay(plan.NeedsDeadline.Date) + DefaultLock;
    }

    /// <summary>The needs window as instants.</summary>
    /// <exception cref="InvalidOperationException">A local time stands for no instant; <see cref="PlanRules"/> refuses such plans.</exception>
    public static NeedsWindow WindowOf(PlannedRound plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new NeedsWindow(OsloTime.StartOfDay(plan.NeedsOpen), InstantOf(plan.NeedsDeadline), InstantOf(LotsLockOf(plan)));

        Instant InstantOf(LocalDateTime local) => OsloTime.ToInstant(local, plan.RepeatedHour).InstantOrNull
            ?? throw new InvalidOperationException($"{local} stands for no instant in Norway.");
    }

    /// <summary>The legal calendar that the settings choose.</summary>
    public static LegalCalendar CalendarOf(RoundSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new LegalCalendar(settings.ChristmasAndNewYearsEveAreDaysOff);
    }
}
