using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Calendars;

/// <summary>Something that belongs in people's calendars, as it is now.</summary>
/// <param name="Key">What it is, unique within its book and never used for anything else: letters, digits, '-' and '.'.</param>
/// <param name="Summary">Its title.</param>
/// <param name="Description">What people must know; may be empty.</param>
/// <param name="Time">When.</param>
/// <param name="Audience">Who sees it: the entry is for everybody who has one of these tags.</param>
public sealed record CalendarEntry(string Key, Text Summary, Text Description, CalendarTime Time, ImmutableArray<string> Audience)
{
    /// <summary>Where; null when it is nowhere.</summary>
    public string? Location { get; init; }

    /// <summary>An absolute https address to open; null for none.</summary>
    public string? Link { get; init; }

    /// <summary>Whether it takes people's time, as a meeting does and a deadline does not.</summary>
    public bool IsBusy { get; init; }

    /// <summary>Whether somebody with these tags sees it.</summary>
    public bool IsFor(IReadOnlySet<string> tags) => Audience.Any(tags.Contains);
}

/// <summary>When an entry is: a moment, a span of time, or a whole day.</summary>
/// <param name="From">The moment, or the span's inclusive start; null for a day.</param>
/// <param name="Until">The span's exclusive end; null for a moment and a day.</param>
/// <param name="Day">The local day, Europe/Oslo; null otherwise.</param>
public sealed record CalendarTime(Instant? From, Instant? Until, LocalDate? Day)
{
    /// <summary>A moment.</summary>
    public static CalendarTime At(Instant moment) => new(moment, null, null);

    /// <summary>From inclusive, until exclusive.</summary>
    public static CalendarTime Between(Instant from, Instant until) => new(from, until, null);

    /// <summary>A whole local day, Europe/Oslo.</summary>
    public static CalendarTime On(LocalDate day) => new(null, null, day);

    /// <summary>
    /// An exclusive end as a deadline: what ends at midnight is the whole day before it, since a calendar would show 00:00 on the wrong day.
    /// </summary>
    public static CalendarTime Deadline(Instant end)
    {
        var local = Calendar.OsloTime.ToLocal(end);
        return local.TimeOfDay == LocalTime.Midnight ? On(local.Date.PlusDays(-1)) : At(end);
    }
}
