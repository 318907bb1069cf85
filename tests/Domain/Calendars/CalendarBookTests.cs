using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using Samkjop.Calendars;

namespace Samkjop.Tests.Domain.Calendars;

/// <summary>Same UID, rising SEQUENCE, cancelled instead of vanished (RFC 5545, RFC 5546).</summary>
public sealed class CalendarBookTests
{
    private static readonly Instant First = Instant.FromUtc(2021, 3, 1, 8, 0);
    private static readonly Instant Later = Instant.FromUtc(2021, 4, 1, 8, 0);
    private static readonly CalendarEntry Meeting = Entry("meeting", 9);

    [Fact]
    public void What_is_told_first_has_sequence_0_and_stays_as_it_is_while_nothing_changes()
    {
        var book = CalendarBook.Empty.With([Meeting], First);
        Assert.Equal((0, First, false), Told(book));
        Assert.Same(book, book.With([Entry("meeting", 9)], Later));
    }

    [Fact]
    public void What_is_moved_has_a_higher_sequence_and_the_time_of_the_change()
    {
        var book = CalendarBook.Empty.With([Meeting], First).With([Entry("meeting", 10)], Later);
        Assert.Equal((1, Later, false), Told(book));
        Assert.Equal(Entry("meeting", 10).Time, book.Entries[0].Entry.Time);
    }

    [Fact]
    public void What_is_gone_is_cancelled_once_and_rises_again_when_it_comes_back()
    {
        var cancelled = CalendarBook.Empty.With([Meeting], First).With([], Later);
        Assert.Equal((1, Later, true), Told(cancelled));
        Assert.Same(cancelled, cancelled.With([], Later + Duration.FromDays(1)));
        Assert.Equal((2, Later, false), Told(cancelled.With([Meeting], Later)));
    }

    [Fact]
    public void Everybody_sees_what_is_for_them_cancelled_entries_included()
    {
        var book = CalendarBook.Empty.With([Meeting, Meeting with { Key = "bids", Audience = ["supplier:bilco"] }], First).With([Meeting], Later);
        Assert.Equal(["meeting"], Keys(book, "municipality"));
        Assert.Equal(["bids"], Keys(book, "supplier:bilco"));
        Assert.Empty(Keys(book, "supplier:volt"));
    }

    [Fact]
    public void However_deadlines_move_a_sequence_rises_with_each_change_and_with_nothing_else() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3]).Array[0, 4].Array[1, 12].Sample(revisions =>
        {
            var (book, now) = (CalendarBook.Empty, First);
            foreach (var revision in revisions)
            {
                var wanted = revision.DistinctBy(r => r.Item1).Select(r => Entry($"e{r.Item1}", r.Item2)).ToList();
                var before = book.Entries.ToDictionary(e => e.Entry.Key);
                now += Duration.FromHours(1);
                book = book.With(wanted.AsEnumerable().Reverse(), now);
                Assert.Equal(wanted.Select(e => e.Key).Order(), book.Entries.Where(e => !e.IsCancelled).Select(e => e.Entry.Key));
                Assert.Superset(before.Keys.ToHashSet(), book.Entries.Select(e => e.Entry.Key).ToHashSet());
                foreach (var entry in book.Entries)
                {
                    var known = before.GetValueOrDefault(entry.Entry.Key);
                    var same = known is not null && known.IsCancelled == entry.IsCancelled && (entry.IsCancelled || known.Entry.Time == entry.Entry.Time);
                    Assert.Equal(known is null ? 0 : known.Sequence + (same ? 0 : 1), entry.Sequence);
                    Assert.Equal(same ? known!.ChangedAt : now, entry.ChangedAt);
                }
            }
        });

    [Fact]
    public void A_deadline_at_midnight_is_the_whole_day_that_it_ends()
    {
        Assert.Equal(CalendarTime.On(new LocalDate(2021, 5, 25)), CalendarTime.Deadline(Instant.FromUtc(2021, 5, 25, 22, 0)));
        Assert.Equal(CalendarTime.At(Instant.FromUtc(2021, 5, 25, 10, 0)), CalendarTime.Deadline(Instant.FromUtc(2021, 5, 25, 10, 0)));
    }

    private static CalendarEntry Entry(string key, int hour) => new(
        key, new Text(key, key), new Text("", ""), CalendarTime.At(Instant.FromUtc(2021, 4, 15, hour, 0)), ImmutableArray.Create("municipality"));

    private static (int, Instant, bool) Told(CalendarBook book) => (book.Entries[0].Sequence, book.Entries[0].ChangedAt, book.Entries[0].IsCancelled);

    private static IEnumerable<string> Keys(CalendarBook book, string tag) => book.For(new HashSet<string> { tag }).Select(e => e.Entry.Key);
}
