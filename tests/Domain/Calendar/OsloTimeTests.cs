using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Tests.Domain.Calendar;

public sealed class OsloTimeTests
{
    [Fact]
    public void On_30_April_2026_at_23_59_in_Oslo_it_is_21_59_UTC() =>
        Assert.Equal(Instant.FromUtc(2026, 4, 30, 21, 59), OsloTime.ToInstant(new(2026, 4, 30, 23, 59)).InstantOrNull);

    [Fact]
    public void A_time_that_the_clock_skips_in_spring_is_refused_and_says_why()
    {
        var skipped = Assert.IsType<OsloTimeResult.Skipped>(OsloTime.ToInstant(new(2021, 3, 28, 2, 30)));

        Assert.Equal(new LocalDateTime(2021, 3, 28, 2, 0), skipped.SkippedFrom);
        Assert.Equal(new LocalDateTime(2021, 3, 28, 3, 0), skipped.SkippedTo);
        Assert.Equal(
            "The time Sunday 28 March 2021 at 02:30 does not exist: the clock is set forward from 02:00 to 03:00 that night. Nothing was changed; choose a time before or after.",
            skipped.Refusal?.En);
        Assert.Null(skipped.InstantOrNull);
    }

    [Theory]
    [InlineData(-9998)]
    [InlineData(1899)]
    [InlineData(2201)]
    [InlineData(9999)]
    public void A_year_that_was_mistyped_is_refused_and_never_overflows(int year)
    {
        var refused = Assert.IsType<OsloTimeResult.Absurd>(OsloTime.ToInstant(new LocalDateTime(year, 1, 1, 0, 0)));

        Assert.Contains("kontroller årstallet", refused.Refusal!.No, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RepeatedTime.Earlier)]
    [InlineData(RepeatedTime.Later)]
    public void Saying_which_of_two_does_not_make_a_skipped_time_exist(RepeatedTime repeated) =>
        Assert.IsType<OsloTimeResult.Skipped>(OsloTime.ToInstant(new(2021, 3, 28, 2, 0), repeated));

    [Fact]
    public void The_edges_of_the_gap_exist()
    {
        Assert.Equal(Instant.FromUtc(2021, 3, 28, 0, 59, 59), OsloTime.ToInstant(new(2021, 3, 28, 1, 59, 59)).InstantOrNull);
        Assert.Equal(Instant.FromUtc(2021, 3, 28, 1, 0), OsloTime.ToInstant(new(2021, 3, 28, 3, 0)).InstantOrNull);
    }

    [Fact]
    public void A_time_that_comes_twice_in_autumn_is_refused_until_someone_says_which()
    {
        var local = new LocalDateTime(2021, 10, 31, 2, 30);
        var (earlier, later) = (Instant.FromUtc(2021, 10, 31, 0, 30), Instant.FromUtc(2021, 10, 31, 1, 30));

        var ambiguous = Assert.IsType<OsloTimeResult.Ambiguous>(OsloTime.ToInstant(local));

        Assert.Equal((earlier, later), (ambiguous.Earlier, ambiguous.Later));
        Assert.Contains("kommer to ganger", ambiguous.Refusal?.No, StringComparison.Ordinal);
        Assert.Equal(earlier, OsloTime.ToInstant(local, RepeatedTime.Earlier).InstantOrNull);
        Assert.Equal(later, OsloTime.ToInstant(local, RepeatedTime.Later).InstantOrNull);
    }

    [Fact]
    public void A_day_ends_where_the_next_begins_and_lasts_23_or_25_hours_when_the_clock_is_set()
    {
        Assert.Equal(Instant.FromUtc(2021, 4, 6, 22, 0), OsloTime.EndOfDay(new(2021, 4, 6)));
        Assert.Equal(Duration.FromHours(23), OsloTime.EndOfDay(new(2021, 3, 28)) - OsloTime.StartOfDay(new(2021, 3, 28)));
        Assert.Equal(Duration.FromHours(25), OsloTime.EndOfDay(new(2021, 10, 31)) - OsloTime.StartOfDay(new(2021, 10, 31)));
    }

    [Fact]
    public void People_read_the_weekday_and_Norwegian_time()
    {
        var text = OsloFormat.Moment(Instant.FromUtc(2021, 4, 30, 21, 59));

        Assert.Equal("fredag 30. april 2021 kl. 23.59 (norsk tid)", text.No);
        Assert.Equal("Friday 30 April 2021 at 23:59 (Norwegian time)", text.En);
    }

    [Fact]
    public void Seconds_are_shown_where_they_matter() =>
        Assert.Equal("lørdag 1. mai 2021 kl. 00.00.01 (norsk tid)", OsloFormat.Moment(Instant.FromUtc(2021, 4, 30, 22, 0, 1)).No);

    [Fact]
    public void A_deadline_at_midnight_is_said_as_24_00_of_the_day_that_it_ends()
    {
        Assert.Equal("tirsdag 6. april 2021 kl. 24.00 (norsk tid)", OsloFormat.Deadline(Instant.FromUtc(2021, 4, 6, 22, 0)).No);
        Assert.Equal("onsdag 7. april 2021 kl. 12.00 (norsk tid)", OsloFormat.Deadline(Instant.FromUtc(2021, 4, 7, 10, 0)).No);
    }

    [Fact]
    public void In_the_hour_that_comes_twice_the_text_says_which_one()
    {
        Assert.Equal("søndag 31. oktober 2021 kl. 02.30 (norsk sommertid)", OsloFormat.Moment(Instant.FromUtc(2021, 10, 31, 0, 30)).No);
        Assert.Equal("Sunday 31 October 2021 at 02:30 (Norwegian standard time)", OsloFormat.Moment(Instant.FromUtc(2021, 10, 31, 1, 30)).En);
    }
}
