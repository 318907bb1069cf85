using NodaTime;

namespace Samkjop.Calendar;

/// <content>Periods: FOA § 7-6, which points to regulation (EEC, Euratom) 1182/71 art. 3.</content>
public sealed partial record LegalCalendar
{
    /// <summary>
    /// Where a period after an event ends. The day of the event is not counted (art. 3(1)); holidays and weekends within it are, unless it is stated in
    /// working days (art. 3(3)); a last day on a Saturday, Sunday or public holiday rolls to the next working day (art. 3(4)); a period of two days or more
    /// holds at least two working days, else it lasts until the end of the second (art. 3(5)).
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="eventDate">The day of the event in Norway (<see cref="OsloTime.DateOf"/>).</param>
    public PeriodEnd EndOf(LegalPeriod period, LocalDate eventDate)
    {
        ArgumentNullException.ThrowIfNull(period);
        var counted = Counted(period, eventDate);
        var rolled = WorkingDayOnOrAfter(counted);
        var last = LocalDate.Max(rolled, AddWorkingDays(eventDate, LeastWorkingDays(period)));
        return new(eventDate, period, counted, last, Explain(period, eventDate, counted, rolled, last));
    }

    /// <summary>As <see cref="EndOf(LegalPeriod, LocalDate)"/>, for an event at an instant: the Norwegian date of it is the day of the event.</summary>
    public PeriodEnd EndOf(LegalPeriod period, Instant moment) => EndOf(period, OsloTime.DateOf(moment));

    /// <summary>
    /// Where a period begins that is counted backwards from a day, such as "six days before closing". Counted alike, but never rolled forward (art. 3(4), second
    /// sentence: the roll "shall not apply to periods calculated retroactively"). The two working days of art. 3(5) hold for "any period": too few of them
    /// move the beginning back, never forward.
    /// </summary>
    /// <param name="period">The period.</param>
    /// <param name="date">The day counted from, in Norway.</param>
    public BackwardPeriod StartBefore(LegalPeriod period, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(period);
        var counted = CountedBack(period, date);
        var first = LocalDate.Min(counted, AddWorkingDays(date, -LeastWorkingDays(period)));
        var (on, day) = (OsloFormat.Day(date), OsloFormat.Day(first));
        var moved = first == counted
            ? new Text("", "")
            : new Text(
                $", flyttet tilbake fra {OsloFormat.Day(counted).No} så perioden får minst to virkedager (art. 3 nr. 5)",
                $", moved back from {OsloFormat.Day(counted).En} so that the period holds at least two working days (art. 3(5))");
        return new(date, period, first, new(
            $"{period.Name.No} før {on.No} begynner {day.No} kl. 00.00{moved.No}; frister bakover rulles ikke frem (forordning 1182/71 art. 3 nr. 4).",
            $"{period.Name.En} before {on.En} begin on {day.En} at 00:00{moved.En}; backward periods never roll forward (regulation 1182/71 art. 3(4))."));
    }

    /// <summary>As <see cref="StartBefore(LegalPeriod, LocalDate)"/> in calendar days.</summary>
    public BackwardPeriod StartBefore(LocalDate date, int days) => StartBefore(LegalPeriod.Days(days), date);

    private LocalDate Counted(LegalPeriod period, LocalDate date) => period.Unit switch
    {
        PeriodUnit.Days => date.PlusDays(period.Number),
        PeriodUnit.WorkingDays => AddWorkingDays(date, period.Number),
        PeriodUnit.Weeks => date.PlusWeeks(period.Number),
        PeriodUnit.Months => date.PlusMonths(period.Number),
        _ => date.PlusYears(period.Number),
    };

    private LocalDate CountedBack(LegalPeriod period, LocalDate date) => period.Unit switch
    {
        PeriodUnit.Days => date.PlusDays(-period.Number),
        PeriodUnit.WorkingDays => AddWorkingDays(date, -period.Number),
        PeriodUnit.Weeks => date.PlusWeeks(-period.Number),
        PeriodUnit.Months => date.PlusMonths(-period.Number),
        _ => date.PlusYears(-period.Number),
    };

    private static int LeastWorkingDays(LegalPeriod period) => period is { Number: 1, Unit: PeriodUnit.Days or PeriodUnit.WorkingDays } ? 1 : 2;

    private Text Explain(LegalPeriod period, LocalDate eventDate, LocalDate counted, LocalDate rolled, LocalDate last)
    {
        var (from, end) = (OsloFormat.Day(eventDate), OsloFormat.Day(last));
        var (no, en) = ($"{period.Name.No} etter {from.No}", $"{period.Name.En} after {from.En}");
        if (rolled != counted)
        {
            var off = OffDay(counted);
            no += $"; {off.No}, så fristen rulles til neste virkedag (forordning 1182/71 art. 3 nr. 4)";
            en += $"; {off.En}, so the period rolls to the next working day (regulation 1182/71 art. 3(4))";
        }

        if (last != rolled)
        {
            no += "; fristen skal ha minst to virkedager (forordning 1182/71 art. 3 nr. 5)";
            en += "; the period must hold at least two working days (regulation 1182/71 art. 3(5))";
        }

        return new($"{no}; utløper {end.No} kl. 24.00 (norsk tid).", $"{en}; ends on {end.En} at 24:00 (Norwegian time).");
    }

    private Text OffDay(LocalDate date)
    {
        var day = OsloFormat.Day(date);
        return date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || DayOffName(date) is not { } name
            ? new($"{day.No} er ingen virkedag", $"{day.En} is no working day")
            : new($"{day.No} er fridag ({name.No})", $"{day.En} is a day off ({name.En})");
    }
}
