using NodaTime;

namespace Samkjop.Calendar;

/// <summary>
/// Times and dates as people read them, in Norwegian and English, with the weekday, so that a wrong date is noticed. Norwegian legal time always;
/// seconds only where they are not zero. Independent of the culture of the machine.
/// </summary>
public static class OsloFormat
{
    private static readonly string[] NorwegianDays = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
    private static readonly string[] EnglishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] NorwegianMonths =
        ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>
    /// "fredag 30. april 2021 kl. 23.59 (norsk tid)" and "Friday 30 April 2021 at 23:59 (Norwegian time)". In the hour that comes twice in autumn
    /// the text says "norsk sommertid" or "norsk normaltid", so that it means one instant only.
    /// </summary>
    public static Text Moment(Instant instant)
    {
        var local = OsloTime.ToLocal(instant);
        var (no, en) = (OsloTime.Zone.MapLocal(local).Count, instant.InZone(OsloTime.Zone).IsDaylightSavingTime()) switch
        {
            (2, true) => ("norsk sommertid", "Norwegian summer time"),
            (2, false) => ("norsk normaltid", "Norwegian standard time"),
            _ => ("norsk tid", "Norwegian time"),
        };
        return new($"{Norwegian(local)} ({no})", $"{English(local)} ({en})");
    }

    /// <summary>
    /// An exclusive end as people read it: midnight is said as 24.00 of the day that it ends, "tirsdag 6. april 2021 kl. 24.00 (norsk tid)",
    /// anything else as <see cref="Moment"/> does.
    /// </summary>
    public static Text Deadline(Instant end)
    {
        var local = OsloTime.ToLocal(end);
        if (local.TimeOfDay != LocalTime.Midnight)
            return Moment(end);
        var day = Day(local.Date.PlusDays(-1));
        return new($"{day.No} kl. 24.00 (norsk tid)", $"{day.En} at 24:00 (Norwegian time)");
    }

    /// <summary>"fredag 30. april 2021" and "Friday 30 April 2021".</summary>
    public static Text Day(LocalDate date) => new(
        $"{NorwegianDays[Index(date)]} {date.Day}. {NorwegianMonths[date.Month - 1]} {date.Year}",
        $"{EnglishDays[Index(date)]} {date.Day} {EnglishMonths[date.Month - 1]} {date.Year}");

    internal static string Norwegian(LocalDateTime local) => $"{Day(local.Date).No} {NorwegianTime(local.TimeOfDay)}";

    internal static string English(LocalDateTime local) => $"{Day(local.Date).En} at {EnglishTime(local.TimeOfDay)}";

    internal static string NorwegianTime(LocalTime time) => $"kl. {Time(time, '.')}";

    internal static string EnglishTime(LocalTime time) => Time(time, ':');

    private static int Index(LocalDate date) => (int)date.DayOfWeek - 1;

    private static string Time(LocalTime time, char separator) => time.Second == 0
        ? $"{time.Hour:00}{separator}{time.Minute:00}"
        : $"{time.Hour:00}{separator}{time.Minute:00}{separator}{time.Second:00}";
}
