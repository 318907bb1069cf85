using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Documents;

/// <summary>Norwegian times for tables: "12.05.2021 kl. 10.00". Always Europe/Oslo; the document says so once.</summary>
public static class ShortTime
{
    public static string Of(Instant instant)
    {
        var local = OsloTime.ToLocal(instant);
        return $"{Of(local.Date)} kl. {local.Hour:00}.{local.Minute:00}";
    }

    /// <summary>An exclusive end: midnight is 24.00 of the day that it ends.</summary>
    public static string End(Instant end)
    {
        var local = OsloTime.ToLocal(end);
        return local.TimeOfDay == LocalTime.Midnight ? $"{Of(local.Date.PlusDays(-1))} kl. 24.00" : Of(end);
    }

    public static string Of(LocalDate date) => $"{date.Day:00}.{date.Month:00}.{date.Year}";
}
