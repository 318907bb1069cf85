using System.Text;
using CsCheck;
using NodaTime;
using Samkjop.Calendars;
using Samkjop.Functions.Calendars;
using IcalCalendar = Ical.Net.Calendar;

namespace Samkjop.Tests.Host.Calendars;

/// <summary>What is written is read back the same by the library, whatever the texts and the times.</summary>
public sealed class IcsWriterTests
{
    [Fact]
    public void Every_instant_reads_back_as_itself_also_in_the_hour_that_comes_twice() =>
        Gen.OneOf(Gen.Int[0, 60 * 24 * 365 * 3], Gen.Int[436_260, 436_500]).Sample(minutes =>
        {
            var at = Instant.FromUtc(2021, 1, 1, 0, 0) + Duration.FromMinutes(minutes);
            Assert.Equal(at.ToDateTimeUtc(), ReadBack(Entry("Tittel", CalendarTime.At(at))).DtStart!.AsUtc);
        });

    [Fact]
    public void The_second_of_the_two_hours_in_autumn_is_written_in_UTC()
    {
        var second = Instant.FromUtc(2021, 10, 31, 1, 30);
        Assert.Contains("DTSTART:20211031T013000Z", Written(Entry("Tittel", CalendarTime.At(second))), StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Oslo:20211031T013000", Written(Entry("Tittel", CalendarTime.At(Instant.FromUtc(2021, 10, 30, 23, 30)))), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_reads_back_as_itself_and_no_line_is_too_long() =>
        Gen.String[Gen.Char["abcæøåÆØÅ ;,:\\\"\n—€\t"], 0, 200].Select(t => t.Trim()).Where(t => t.Length > 0).Sample(text =>
        {
            var written = Written(Entry(text, CalendarTime.On(new LocalDate(2021, 5, 25))));
            Assert.All(written.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
            Assert.Equal(text, IcalCalendar.Load(written)!.Events.Single().Summary);
        });

    [Fact]
    public void A_text_cannot_add_a_property_of_its_own()
    {
        var read = ReadBack(Entry("Møte\r\nATTENDEE:mailto:mal@example.org\r\nEND:VEVENT", CalendarTime.On(new LocalDate(2021, 5, 25))));
        Assert.Empty(read.Attendees);
    }

    [Fact]
    public void An_empty_calendar_is_a_calendar() =>
        Assert.Empty(IcalCalendar.Load(Encoding.UTF8.GetString(IcsWriter.Write(new Text("Runde", "Round"), [], key => key)))!.Events);

    private static Ical.Net.CalendarComponents.CalendarEvent ReadBack(BookedEntry entry) => IcalCalendar.Load(Written(entry))!.Events.Single();

    private static string Written(BookedEntry entry) => Encoding.UTF8.GetString(IcsWriter.Write(new Text("Runde", "Round"), [entry], key => key));

    private static BookedEntry Entry(string summary, CalendarTime time) => new(
        new CalendarEntry("key", new Text(summary, "Title"), new Text("", ""), time, ["municipality"]), 3, Instant.FromUtc(2021, 3, 1, 8, 0), IsCancelled: false);
}
