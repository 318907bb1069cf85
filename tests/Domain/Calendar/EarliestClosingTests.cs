using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Tests.Domain.Calendar;

public sealed class EarliestClosingTests
{
    private static readonly LegalCalendar Calendar = LegalCalendar.Norwegian;
    private static readonly LegalPeriod TenDays = LegalPeriod.Days(10);

    [Fact]
    public void With_closing_at_noon_the_window_of_22_March_2021_may_close_on_Wednesday_7_April()
    {
        var closing = Calendar.EarliestClosing(new(2021, 3, 22), TenDays, new(12, 0));

        Assert.Equal(new LocalDate(2021, 4, 7), closing.Date);
        Assert.Equal(Instant.FromUtc(2021, 4, 7, 10, 0), closing.Instant);
    }

    [Fact]
    public void Noon_of_the_last_day_itself_would_cut_the_period_short_and_is_refused_with_the_right_time()
    {
        var check = Calendar.CheckClosing(new(2021, 3, 22), TenDays, Instant.FromUtc(2021, 4, 6, 10, 0));

        Assert.False(check.IsLongEnough);
        Assert.Equal(
            "The closing Tuesday 6 April 2021 at 12:00 (Norwegian time) is too early: the minimum period of 10 days ends "
            + "Tuesday 6 April 2021 at 24:00 (Norwegian time). Nothing was changed; set the closing then or later.",
            check.Refusal?.En);
    }

    [Fact]
    public void Midnight_at_the_end_of_the_last_day_is_just_long_enough()
    {
        var check = Calendar.CheckClosing(new(2021, 3, 22), TenDays, Instant.FromUtc(2021, 4, 6, 22, 0));

        Assert.True(check.IsLongEnough);
        Assert.Null(check.Refusal);
        Assert.False((check with { Closing = check.Closing - Duration.Epsilon }).IsLongEnough);
    }

    [Fact]
    public void A_period_that_ends_on_a_Friday_may_close_on_Saturday_unless_a_working_day_is_wanted()
    {
        var invited = new LocalDate(2021, 4, 6); // ten days: Friday 16 April

        Assert.Equal(new LocalDate(2021, 4, 17), Calendar.EarliestClosing(invited, TenDays, new(12, 0)).Date);
        Assert.Equal(new LocalDate(2021, 4, 19), Calendar.EarliestClosing(invited, TenDays, new(12, 0), onWorkingDay: true).Date);
    }
}
