using NodaTime;

namespace Samkjop.Calendar;

/// <summary>
/// Which days count in law. Working days are all days other than Saturdays, Sundays and public holidays (FOA § 7-6, regulation (EEC) 1182/71 art. 2(2)).
/// Periods are in the other part of this class.
/// </summary>
/// <param name="EvesAreDaysOff">
/// Whether 24 and 31 December count as days off too: a setting of the purchasing system, default no. They are no public holidays, so with "no"
/// a period may end on one of them.
/// </param>
public sealed partial record LegalCalendar(bool EvesAreDaysOff = false)
{
    /// <summary>Public holidays only; 24 and 31 December are working days.</summary>
    public static LegalCalendar Norwegian { get; } = new();

    /// <summary>Whether a date is a working day.</summary>
    public bool IsWorkingDay(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !IsEve(date) && !NorwegianHolidays.IsHoliday(date);

    /// <summary>The public holidays of a year with the eves where they are days off, by date.</summary>
    public IReadOnlyList<Holiday> DaysOff(int year)
    {
        var holidays = NorwegianHolidays.Of(year);
        return EvesAreDaysOff
            ? [.. holidays.Concat(Eves(year)).OrderBy(holiday => holiday.Date)]
            : holidays;
    }

    /// <summary>The first working day strictly after a date.</summary>
    public LocalDate NextWorkingDay(LocalDate date) => WorkingDayOnOrAfter(date.PlusDays(1));

    /// <summary>The last working day strictly before a date.</summary>
    public LocalDate PreviousWorkingDay(LocalDate date)
    {
        do
            date = date.PlusDays(-1);
        while (!IsWorkingDay(date));
        return date;
    }

    /// <summary>The date itself when it is a working day, else the next one.</summary>
    public LocalDate WorkingDayOnOrAfter(LocalDate date)
    {
        while (!IsWorkingDay(date))
            date = date.PlusDays(1);
        return date;
    }

    /// <summary>The n-th working day after a date (before it when negative); the date itself for zero, working day or not.</summary>
    /// <param name="date">Not counted.</param>
    /// <param name="number">−10 000 to 10 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of bounds.</exception>
    public LocalDate AddWorkingDays(LocalDate date, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, -10_000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 10_000);
        for (; number > 0; number--)
            date = NextWorkingDay(date);
        for (; number < 0; number++)
            date = PreviousWorkingDay(date);
        return date;
    }

    /// <summary>How many working days lie in [first, last], both included; zero when last comes before first.</summary>
    public int WorkingDaysIn(LocalDate first, LocalDate last)
    {
        var count = 0;
        for (var date = first; date <= last; date = date.PlusDays(1))
        {
            if (IsWorkingDay(date))
                count++;
        }

        return count;
    }

    /// <summary>Why a date is no working day ("lørdag", "Easter Monday"); <see langword="null"/> when it is one.</summary>
    public Text? DayOffName(LocalDate date) =>
        NorwegianHolidays.NameOf(date)
        ?? (IsEve(date) ? Eves(date.Year).First(eve => eve.Date == date).Name : null)
        ?? date.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => new("lørdag", "a Saturday"),
            IsoDayOfWeek.Sunday => new("søndag", "a Sunday"),
            _ => null,
        };

    private bool IsEve(LocalDate date) => EvesAreDaysOff && date is { Month: 12, Day: 24 or 31 };

    private static Holiday[] Eves(int year) =>
    [
        new(new(year, 12, 24), new("julaften", "Christmas Eve")),
        new(new(year, 12, 31), new("nyttårsaften", "New Year's Eve")),
    ];
}
