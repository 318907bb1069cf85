using NodaTime;

namespace Samkjop.Calendar;

/// <summary>The earliest closing that a minimum period allows at an hour of the day.</summary>
/// <param name="MinimumPeriod">Where the minimum period ends.</param>
/// <param name="Date">The earliest date.</param>
/// <param name="Time">The hour of the day that was asked for.</param>
/// <param name="Instant">Both as an instant.</param>
public sealed record EarliestClosing(PeriodEnd MinimumPeriod, LocalDate Date, LocalTime Time, Instant Instant);

/// <summary>A closing held against a minimum period.</summary>
/// <param name="MinimumPeriod">Where the minimum period ends.</param>
/// <param name="Closing">The closing that was proposed: the exclusive end of the bid window.</param>
public sealed record ClosingCheck(PeriodEnd MinimumPeriod, Instant Closing)
{
    /// <summary>Whether the whole minimum period has passed at the closing.</summary>
    public bool IsLongEnough => Closing >= MinimumPeriod.End;

    /// <summary>What is wrong and what to do; <see langword="null"/> when the closing is long enough.</summary>
    public Text? Refusal
    {
        get
        {
            if (IsLongEnough)
                return null;
            var (closing, end) = (OsloFormat.Deadline(Closing), OsloFormat.Deadline(MinimumPeriod.End));
            return new(
                $"Fristen {closing.No} er for tidlig: minste frist på {MinimumPeriod.Period.Name.No} går først ut {end.No}. Ingenting er endret; velg det tidspunktet eller et senere.",
                $"The closing {closing.En} is too early: the minimum period of {MinimumPeriod.Period.Name.En} ends {end.En}. Nothing was changed; set the closing then or later.");
        }
    }
}

/// <content>Closings at an hour of the day must not come before the minimum period has ended.</content>
public sealed partial record LegalCalendar
{
    /// <summary>
    /// The earliest closing at an hour of the day that leaves the whole minimum period: with 12:00, noon of the day after its last day; with
    /// 00:00, the very end of its last day.
    /// </summary>
    /// <param name="eventDate">The day of the event (the invitation is sent), in Norway; not counted.</param>
    /// <param name="period">The minimum period.</param>
    /// <param name="closingTime">Hour of the day in Norway.</param>
    /// <param name="onWorkingDay">Whether the closing shall fall on a working day, as buyers prefer; the law does not ask for it.</param>
    public EarliestClosing EarliestClosing(LocalDate eventDate, LegalPeriod period, LocalTime closingTime, bool onWorkingDay = false)
    {
        var end = EndOf(period, eventDate);
        var date = end.DayAfter;
        while (true)
        {
            if (onWorkingDay)
                date = WorkingDayOnOrAfter(date);

            // A closing at an hour that the clock skips or repeats would be disputed; the next day has no such hour.
            if (OsloTime.ToInstant(date + closingTime) is OsloTimeResult.Resolved resolved)
                return new(end, date, closingTime, resolved.Instant);
            date = date.PlusDays(1);
        }
    }

    /// <summary>Holds a proposed closing against the minimum period.</summary>
    public ClosingCheck CheckClosing(LocalDate eventDate, LegalPeriod period, Instant closing) => new(EndOf(period, eventDate), closing);
}
