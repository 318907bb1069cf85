using CsCheck;
using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Tests.Domain.Calendar;

public sealed class CalendarProperties
{
    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 150 * 365].Select(days => new LocalDate(1950, 1, 1).PlusDays(days));
    private static readonly Gen<LegalCalendar> Calendars = Gen.Bool.Select(eves => new LegalCalendar(eves));

    private static readonly Gen<LegalPeriod> Periods = Gen.Select(Gen.Int[1, 40], Gen.Enum<PeriodUnit>()).Select((number, unit) => new LegalPeriod(number, unit));

    [Fact]
    public void A_period_always_ends_on_a_working_day_after_the_event_and_never_before_its_counted_end() =>
        Gen.Select(Calendars, Periods, Dates).Sample((calendar, period, date) =>
        {
            var end = calendar.EndOf(period, date);
            return calendar.IsWorkingDay(end.LastDay) && end.LastDay > date && end.LastDay >= end.CountedLastDay;
        });

    [Fact]
    public void A_period_of_two_days_or_more_holds_at_least_two_working_days_forwards_and_backwards() =>
        Gen.Select(Calendars, Gen.Int[2, 15], Dates).Sample((calendar, days, date) =>
            calendar.WorkingDaysIn(date.PlusDays(1), calendar.EndOf(LegalPeriod.Days(days), date).LastDay) >= 2
            && calendar.WorkingDaysIn(calendar.StartBefore(date, days).FirstDay, date.PlusDays(-1)) >= 2);

    [Fact]
    public void A_longer_period_never_ends_earlier() =>
        Gen.Select(Calendars, Periods, Dates).Sample((calendar, period, date) =>
            calendar.EndOf(period, date).LastDay <= calendar.EndOf(new(period.Number + 1, period.Unit), date).LastDay);

    [Fact]
    public void A_later_event_never_ends_a_period_earlier() =>
        Gen.Select(Calendars, Periods, Dates).Sample((calendar, period, date) =>
            calendar.EndOf(period, date).LastDay <= calendar.EndOf(period, date.PlusDays(1)).LastDay);

    [Fact]
    public void A_period_is_prolonged_by_no_more_than_the_days_off_ask_for() =>
        Gen.Select(Calendars, Gen.Int[2, 60], Dates).Sample((calendar, days, date) =>
        {
            var end = calendar.EndOf(LegalPeriod.Days(days), date);
            var dayEarlier = end.LastDay.PlusDays(-1);
            return end.LastDay == end.CountedLastDay
                || calendar.PreviousWorkingDay(end.LastDay) < end.CountedLastDay
                || calendar.WorkingDaysIn(date.PlusDays(1), dayEarlier) < 2;
        });

    [Fact]
    public void A_backward_period_never_rolls_forward_and_leaves_at_least_its_days_free() =>
        Gen.Select(Calendars, Gen.Int[1, 60], Dates).Sample((calendar, days, date) =>
            calendar.StartBefore(date, days).FirstDay <= date.PlusDays(-days));

    [Fact]
    public void Working_days_are_counted_one_by_one_and_back_again() =>
        Gen.Select(Calendars, Gen.Int[1, 40], Dates).Sample((calendar, number, date) =>
        {
            var forward = calendar.AddWorkingDays(date, number);
            return calendar.WorkingDaysIn(date.PlusDays(1), forward) == number
                && calendar.AddWorkingDays(calendar.WorkingDayOnOrAfter(date), number) is var fromWorkingDay
                && calendar.AddWorkingDays(fromWorkingDay, -number) == calendar.WorkingDayOnOrAfter(date);
        });

    [Fact]
    public void The_earliest_closing_is_long_enough_and_a_day_earlier_is_not() =>
        Gen.Select(Calendars, Periods, Dates, Gen.Int[0, 1439]).Sample((calendar, period, date, minute) =>
        {
            var time = LocalTime.FromMinutesSinceMidnight(minute);
            var earliest = calendar.EarliestClosing(date, period, time);
            var dayEarlier = OsloTime.ToInstant(earliest.Date.PlusDays(-1) + time).InstantOrNull;
            return calendar.CheckClosing(date, period, earliest.Instant).IsLongEnough
                && (dayEarlier is not { } before || !calendar.CheckClosing(date, period, before).IsLongEnough)
                && OsloTime.ToLocal(earliest.Instant) == earliest.Date + time;
        });

    [Fact]
    public void A_local_time_outside_the_gaps_comes_back_from_its_instant_unchanged() =>
        Gen.Select(Dates, Gen.Int[0, 86_399], Gen.Enum<RepeatedTime>()).Sample((date, second, repeated) =>
        {
            var local = date + LocalTime.FromSecondsSinceMidnight(second);
            return OsloTime.ToInstant(local, repeated) is OsloTimeResult.Skipped || OsloTime.ToLocal(OsloTime.ToInstant(local, repeated).InstantOrNull!.Value) == local;
        });

    [Fact]
    public void Every_instant_lies_in_the_day_that_it_is_dated() =>
        Gen.Int[0, int.MaxValue].Select(seconds => Instant.FromUnixTimeSeconds(seconds)).Sample(instant =>
        {
            var date = OsloTime.DateOf(instant);
            return OsloTime.StartOfDay(date) <= instant && instant < OsloTime.EndOfDay(date);
        });
}
