using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Tests.Domain.Calendar;

public sealed class LegalPeriodTests
{
    private static readonly LegalCalendar Calendar = LegalCalendar.Norwegian;

    [Fact]
    public void Invitation_22_March_2021_plus_10_days_ends_Tuesday_6_April_24_00_since_Easter_lies_at_its_end()
    {
        var end = Calendar.EndOf(LegalPeriod.Days(10), new LocalDate(2021, 3, 22));

        Assert.Equal(new LocalDate(2021, 4, 1), end.CountedLastDay);
        Assert.Equal(new LocalDate(2021, 4, 6), end.LastDay);
        Assert.Equal(Instant.FromUtc(2021, 4, 6, 22, 0), end.End);
        Assert.Equal(
            "10 dager etter mandag 22. mars 2021; torsdag 1. april 2021 er fridag (skjærtorsdag), så fristen rulles til neste virkedag "
            + "(forordning 1182/71 art. 3 nr. 4); utløper tirsdag 6. april 2021 kl. 24.00 (norsk tid).",
            end.Explanation.No);
    }

    [Fact]
    public void Invitation_24_March_2026_plus_10_days_ends_Tuesday_7_April_24_00()
    {
        var end = Calendar.EndOf(LegalPeriod.Days(10), new LocalDate(2026, 3, 24));

        Assert.Equal(new LocalDate(2026, 4, 7), end.LastDay);
        Assert.Equal(IsoDayOfWeek.Tuesday, end.LastDay.DayOfWeek);
        Assert.Equal(Instant.FromUtc(2026, 4, 7, 22, 0), end.End);
    }

    [Fact]
    public void Standstill_from_12_May_2021_ends_Tuesday_25_May_after_Whitsun_and_the_contract_may_be_signed_on_the_26th()
    {
        var standstill = Calendar.EndOf(LegalPeriod.Days(10), new LocalDate(2021, 5, 12));

        Assert.Equal(new LocalDate(2021, 5, 25), standstill.LastDay);
        Assert.Equal(new LocalDate(2021, 5, 26), standstill.DayAfter);
    }

    [Fact]
    public void A_request_to_participate_received_24_March_2021_is_decided_within_10_working_days_by_12_April() =>
        Assert.Equal(new LocalDate(2021, 4, 12), Calendar.EndOf(LegalPeriod.WorkingDays(10), new LocalDate(2021, 3, 24)).LastDay);

    [Fact]
    public void The_Norwegian_date_of_an_event_counts_so_letters_sent_23_30_UTC_belong_to_the_next_day() =>
        Assert.Equal(
            Calendar.EndOf(LegalPeriod.Days(10), new LocalDate(2021, 5, 13)),
            Calendar.EndOf(LegalPeriod.Days(10), Instant.FromUtc(2021, 5, 12, 23, 30)));

    [Fact]
    public void A_period_of_two_days_over_a_weekend_lasts_until_its_second_working_day()
    {
        var end = Calendar.EndOf(LegalPeriod.Days(2), new LocalDate(2021, 4, 16)); // a Friday

        Assert.Equal(new LocalDate(2021, 4, 20), end.LastDay);
        Assert.Contains("at least two working days (regulation 1182/71 art. 3(5))", end.Explanation.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Six_days_over_Easter_hold_one_working_day_only_and_are_prolonged()
    {
        var end = Calendar.EndOf(LegalPeriod.Days(6), new LocalDate(2021, 3, 31)); // counted to Tuesday 6 April

        Assert.Equal(new LocalDate(2021, 4, 6), end.CountedLastDay);
        Assert.Equal(new LocalDate(2021, 4, 7), end.LastDay);
    }

    [Fact]
    public void A_period_of_one_day_needs_one_working_day_only() =>
        Assert.Equal(new LocalDate(2021, 4, 19), Calendar.EndOf(LegalPeriod.Days(1), new LocalDate(2021, 4, 16)).LastDay);

    [Fact]
    public void Months_end_on_the_date_of_the_event_or_on_the_last_day_of_a_month_that_lacks_it()
    {
        Assert.Equal(new LocalDate(2021, 4, 15), Calendar.EndOf(LegalPeriod.Months(1), new LocalDate(2021, 3, 15)).LastDay);
        Assert.Equal(new LocalDate(2022, 2, 28), Calendar.EndOf(LegalPeriod.Months(1), new LocalDate(2022, 1, 31)).LastDay);
        Assert.Equal(new LocalDate(2025, 2, 28), Calendar.EndOf(LegalPeriod.Years(1), new LocalDate(2024, 2, 29)).LastDay);
        Assert.Equal(new LocalDate(2021, 3, 22), Calendar.EndOf(LegalPeriod.Weeks(1), new LocalDate(2021, 3, 15)).LastDay);
    }

    [Fact]
    public void The_eves_as_days_off_prolong_a_period_over_Christmas()
    {
        var sent = new LocalDate(2020, 12, 14); // 10 days: Thursday 24 December

        Assert.Equal(new LocalDate(2020, 12, 24), Calendar.EndOf(LegalPeriod.Days(10), sent).LastDay);
        Assert.Equal(new LocalDate(2020, 12, 28), new LegalCalendar(EvesAreDaysOff: true).EndOf(LegalPeriod.Days(10), sent).LastDay);
    }

    [Fact]
    public void Six_days_before_a_closing_may_begin_on_a_Sunday_and_never_roll_forward()
    {
        var answers = Calendar.StartBefore(new LocalDate(2021, 5, 8), 6);

        Assert.Equal(new LocalDate(2021, 5, 2), answers.FirstDay);
        Assert.Equal(IsoDayOfWeek.Sunday, answers.FirstDay.DayOfWeek);
        Assert.Equal(Instant.FromUtc(2021, 5, 1, 22, 0), answers.Begins);
        Assert.Equal(new LocalDate(2021, 5, 1), answers.DayBefore);
    }

    [Fact]
    public void Six_days_before_a_closing_after_Easter_begin_earlier_so_that_two_working_days_remain()
    {
        var answers = Calendar.StartBefore(new LocalDate(2021, 4, 6), 6); // 31 March is the one working day among the six

        Assert.Equal(new LocalDate(2021, 3, 30), answers.FirstDay);
        Assert.Contains("art. 3 nr. 5", answers.Explanation.No, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, PeriodUnit.Days)]
    [InlineData(-10, PeriodUnit.WorkingDays)]
    [InlineData(10_001, PeriodUnit.Days)]
    [InlineData(101, PeriodUnit.Years)]
    [InlineData(1, (PeriodUnit)17)]
    public void An_absurd_period_is_refused(int number, PeriodUnit unit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LegalPeriod(number, unit));

    [Fact]
    public void A_period_is_said_in_words() =>
        Assert.Equal(["10 virkedager", "1 dag", "2 måneder"], new[] { LegalPeriod.WorkingDays(10), LegalPeriod.Days(1), LegalPeriod.Months(2) }.Select(p => p.Name.No));
}
