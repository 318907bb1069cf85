using NodaTime;

namespace Samkjop.Calendar;

/// <summary>
/// Norwegian public holidays (lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai som høgtidsdagar § 1). They are the public holidays in the sense of
/// regulation (EEC) 1182/71 art. 2(1). Ordinary Sundays are not listed: <see cref="LegalCalendar"/> knows them as weekdays.
/// </summary>
public static class NorwegianHolidays
{
    private static readonly Text[] Names =
    [
        new("1. nyttårsdag", "New Year's Day"),
        new("skjærtorsdag", "Maundy Thursday"),
        new("langfredag", "Good Friday"),
        new("1. påskedag", "Easter Sunday"),
        new("2. påskedag", "Easter Monday"),
        new("1. mai", "Labour Day"),
        new("17. mai", "Constitution Day"),
        new("Kristi himmelfartsdag", "Ascension Day"),
        new("1. pinsedag", "Whit Sunday"),
        new("2. pinsedag", "Whit Monday"),
        new("1. juledag", "Christmas Day"),
        new("2. juledag", "Boxing Day"),
    ];

    /// <summary>
    /// The twelve public holidays of a year by date. Two may share a date, as Ascension Day and 17 May did in 2012.
    /// </summary>
    /// <param name="year">1583 to 9998; the rules of today are applied to all of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside these bounds.</exception>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        var easter = Easter.Sunday(year);
        LocalDate[] dates =
        [
            new(year, 1, 1),
            easter.PlusDays(-3),
            easter.PlusDays(-2),
            easter,
            easter.PlusDays(1),
            new(year, 5, 1),
            new(year, 5, 17),
            easter.PlusDays(39),
            easter.PlusDays(49),
            easter.PlusDays(50),
            new(year, 12, 25),
            new(year, 12, 26),
        ];
        return [.. dates.Zip(Names, (date, name) => new Holiday(date, name)).OrderBy(holiday => holiday.Date)];
    }

    /// <summary>The name of the public holiday on a date (joined with "og"/"and" where two meet), or <see langword="null"/> on all other days.</summary>
    public static Text? NameOf(LocalDate date)
    {
        if (!IsHoliday(date))
            return null;
        var names = Of(date.Year).Where(holiday => holiday.Date == date).Select(holiday => holiday.Name).ToList();
        return new(string.Join(" og ", names.Select(name => name.No)), string.Join(" and ", names.Select(name => name.En)));
    }

    /// <summary>Whether a date is a public holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before 1583 or after 9998.</exception>
    public static bool IsHoliday(LocalDate date) => (date.Month, date.Day) switch
    {
        (1, 1) or (5, 1) or (5, 17) or (12, 25) or (12, 26) => true,
        _ => Period.DaysBetween(Easter.Sunday(date.Year), date) is -3 or -2 or 0 or 1 or 39 or 49 or 50,
    };
}
