using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Calendars;
using IcalCalendar = Ical.Net.Calendar;

namespace Samkjop.Functions.Calendars;

/// <summary>
/// Writes entries as iCalendar (RFC 5545). Titles are Norwegian, descriptions both; times stand in Europe/Oslo with its VTIMEZONE, so that a calendar
/// shows them right wherever it is. Nothing of the machine's clock goes in.
/// </summary>
internal static class IcsWriter
{
    private const string Zone = "Europe/Oslo";
    private const string Product = "-//Oslo kommune//Samkjop//NO";

    /// <summary>The calendar, UTF-8, lines folded at 75 octets.</summary>
    /// <param name="name">What the calendar is called.</param>
    /// <param name="entries">What it holds, cancelled entries included.</param>
    /// <param name="uidOf">The UID of an entry by its key.</param>
    public static byte[] Write(Text name, IReadOnlyCollection<BookedEntry> entries, Func<string, string> uidOf)
    {
        var calendar = new IcalCalendar { ProductId = Product, Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", name.No);
        calendar.AddProperty("X-WR-TIMEZONE", Zone);
        calendar.AddProperty("X-PUBLISHED-TTL", "PT4H");
        if (entries.Select(e => FirstOf(e.Entry.Time)).DefaultIfEmpty().Min() is { } first)
        {
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(Zone, new DateTime(first.Year - 1, 1, 1), includeHistoricalData: false));
        }

        foreach (var entry in entries)
        {
            calendar.Events.Add(EventOf(entry, uidOf(entry.Entry.Key)));
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("A calendar was written as nothing."));
    }

    private static CalendarEvent EventOf(BookedEntry booked, string uid)
    {
        var entry = booked.Entry;
        var changed = new CalDateTime(booked.ChangedAt.ToDateTimeUtc());
        return new CalendarEvent
        {
            Uid = uid,
            Sequence = booked.Sequence,
            Status = booked.IsCancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStamp = changed,
            LastModified = changed,
            Summary = booked.IsCancelled ? $"Avlyst: {entry.Summary.No}" : entry.Summary.No,
            Description = $"{entry.Description.No}\n\n{entry.Summary.En}. {entry.Description.En}".Trim(),
            Location = entry.Location,
            Url = entry.Link is { } link ? new Uri(link) : null,
            Transparency = entry.IsBusy ? TransparencyType.Opaque : TransparencyType.Transparent,
            DtStart = StartOf(entry.Time),
            DtEnd = entry.Time.Until is { } until ? Local(until) : null,
        };
    }

    private static CalDateTime StartOf(CalendarTime time) => time switch
    {
        { Day: { } day } => new CalDateTime(day.Year, day.Month, day.Day),
        { From: { } from } => Local(from),
        _ => throw new ArgumentException("An entry is at no time.", nameof(time)),
    };

    /// <summary>Local time; in the hour that comes twice in autumn UTC, since a local time there means the first of the two (RFC 5545 section 3.3.5).</summary>
    private static CalDateTime Local(Instant instant)
    {
        var local = OsloTime.ToLocal(instant);
        return OsloTime.Zone.MapLocal(local).Count == 1
            ? new CalDateTime(local.ToDateTimeUnspecified(), Zone, hasTime: true)
            : new CalDateTime(instant.ToDateTimeUtc());
    }

    private static LocalDate? FirstOf(CalendarTime time) => time.Day ?? (time.From is { } from ? OsloTime.DateOf(from) : null);
}
