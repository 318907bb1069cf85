using System.Collections.Immutable;
using NodaTime;
using Samkjop.Serialization;

namespace Samkjop.Calendars;

/// <param name="Entry">The entry as it was told last.</param>
/// <param name="Sequence">How often it was revised (RFC 5545 section 3.8.7.4): 0 at first, and higher with each change.</param>
/// <param name="ChangedAt">When it was told first or revised last, business time.</param>
/// <param name="IsCancelled">Whether it has been called off.</param>
public sealed record BookedEntry(CalendarEntry Entry, int Sequence, Instant ChangedAt, bool IsCancelled);

/// <summary>
/// What calendars have been told, so that a change reaches those who have the entry already: same UID, higher SEQUENCE, and what is gone is told as
/// cancelled instead of vanishing (RFC 5545, RFC 5546 section 2.1.4).
/// </summary>
/// <param name="Entries">By key (ordinal).</param>
public sealed record CalendarBook(ImmutableArray<BookedEntry> Entries)
{
    /// <summary>Nothing has been told.</summary>
    public static CalendarBook Empty { get; } = new([]);

    /// <summary>The book once the entries stand as they are wanted; this very book when nothing changes.</summary>
    /// <param name="wanted">Every entry as it is now, in any order.</param>
    /// <param name="now">When that is found, business time.</param>
    /// <exception cref="ArgumentException">Two entries have the same key.</exception>
    public CalendarBook With(IEnumerable<CalendarEntry> wanted, Instant now)
    {
        var entries = wanted.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        var booked = Entries.ToDictionary(entry => entry.Entry.Key, StringComparer.Ordinal);
        ImmutableArray<BookedEntry> next =
        [
            .. entries.Keys.Union(booked.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(key => Revise(booked.GetValueOrDefault(key), entries.GetValueOrDefault(key), now)),
        ];
        return next.Length == Entries.Length && next.Zip(Entries).All(pair => ReferenceEquals(pair.First, pair.Second)) ? this : new CalendarBook(next);
    }

    /// <summary>What somebody with these tags sees, cancelled entries included.</summary>
    public ImmutableArray<BookedEntry> For(IReadOnlySet<string> tags) => [.. Entries.Where(entry => entry.Entry.IsFor(tags))];

    private static BookedEntry Revise(BookedEntry? booked, CalendarEntry? wanted, Instant now) => (booked, wanted) switch
    {
        (null, { } first) => new BookedEntry(first, 0, now, IsCancelled: false),
        ({ IsCancelled: true }, null) => booked,
        ({ }, null) => booked with { Sequence = booked.Sequence + 1, ChangedAt = now, IsCancelled = true },
        ({ IsCancelled: false }, { } same) when IsSame(booked.Entry, same) => booked,
        ({ }, { } changed) => new BookedEntry(changed, booked.Sequence + 1, now, IsCancelled: false),
        _ => throw new InvalidOperationException("A key came from nowhere."),
    };

    private static bool IsSame(CalendarEntry one, CalendarEntry other) => CanonicalJson.Sha256(one) == CanonicalJson.Sha256(other);
}
