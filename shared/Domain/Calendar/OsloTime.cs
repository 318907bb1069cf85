using NodaTime;

namespace Samkjop.Calendar;

/// <summary>Norwegian legal time: Europe/Oslo of the time zone database that NodaTime carries, so the same on every machine.</summary>
public static class OsloTime
{
    /// <summary>The first year that a time can be given in.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last year that a time can be given in.</summary>
    public const int LastYear = 2200;

    /// <summary>The zone Europe/Oslo.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    /// <summary>
    /// The instant of a local time. A time that the clock skips in spring is refused; a time that comes twice in autumn is refused
    /// unless <paramref name="repeated"/> says which one is meant. Nothing is ever shifted silently.
    /// </summary>
    /// <param name="local">Date and time of day in Norway; a year outside 1900–2200 is refused as mistyped.</param>
    /// <param name="repeated">Which instant a repeated time means; without effect on all other times.</param>
    public static OsloTimeResult ToInstant(LocalDateTime local, RepeatedTime? repeated = null)
    {
        if (local.Year is < FirstYear or > LastYear)
        {
            return new OsloTimeResult.Absurd(local);
        }

        var mapping = Zone.MapLocal(local);
        return (mapping.Count, repeated) switch
        {
            (0, _) => new OsloTimeResult.Skipped(local, mapping.EarlyInterval.IsoLocalEnd, mapping.LateInterval.IsoLocalStart),
            (1, _) or (_, RepeatedTime.Earlier) => new OsloTimeResult.Resolved(mapping.First().ToInstant()),
            (_, RepeatedTime.Later) => new OsloTimeResult.Resolved(mapping.Last().ToInstant()),
            _ => new OsloTimeResult.Ambiguous(local, mapping.First().ToInstant(), mapping.Last().ToInstant()),
        };
    }

    /// <summary>The local date and time of an instant.</summary>
    public static LocalDateTime ToLocal(Instant instant) => instant.InZone(Zone).LocalDateTime;

    /// <summary>The local date of an instant: the one that decides which day an event belongs to.</summary>
    public static LocalDate DateOf(Instant instant) => ToLocal(instant).Date;

    /// <summary>The first instant of a day, 00:00 (or the first that exists).</summary>
    public static Instant StartOfDay(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();

    /// <summary>24:00 of a day, which is the first instant of the next one: the exclusive end of what may be done that day.</summary>
    public static Instant EndOfDay(LocalDate date) => StartOfDay(date.PlusDays(1));
}
