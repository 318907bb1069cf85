using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Tests.Domain.Calendar;

public sealed class NorwegianHolidaysTests
{
    [Fact]
    public void The_holidays_of_2021_stand_in_the_almanac() =>
        Assert.Equal(
            [
                "2021-01-01 1. nyttårsdag",
                "2021-04-01 skjærtorsdag",
                "2021-04-02 langfredag",
                "2021-04-04 1. påskedag",
                "2021-04-05 2. påskedag",
                "2021-05-01 1. mai",
                "2021-05-13 Kristi himmelfartsdag",
                "2021-05-17 17. mai",
                "2021-05-23 1. pinsedag",
                "2021-05-24 2. pinsedag",
                "2021-12-25 1. juledag",
                "2021-12-26 2. juledag",
            ],
            NorwegianHolidays.Of(2021).Select(holiday => $"{holiday.Date:uuuu'-'MM'-'dd} {holiday.Name.No}"));

    [Fact]
    public void Every_holiday_has_an_English_name() =>
        Assert.Equal("Maundy Thursday", NorwegianHolidays.NameOf(new(2021, 4, 1))?.En);

    [Fact]
    public void In_2012_Ascension_Day_and_17_May_were_one_day_and_both_are_named() =>
        Assert.Equal("17. mai og Kristi himmelfartsdag", string.Join(" og ", NorwegianHolidays.NameOf(new(2012, 5, 17))!.No.Split(" og ").Order()));

    [Fact]
    public void The_list_of_a_year_and_the_question_for_a_day_agree_on_every_day_of_four_centuries()
    {
        for (var year = 1900; year < 2300; year++)
        {
            var listed = NorwegianHolidays.Of(year).Select(holiday => holiday.Date).ToHashSet();
            for (var date = new LocalDate(year, 1, 1); date.Year == year; date = date.PlusDays(1))
                Assert.Equal(listed.Contains(date), NorwegianHolidays.IsHoliday(date));
        }
    }

    [Fact]
    public void Christmas_Eve_and_New_Year_s_Eve_are_working_days_unless_the_setting_says_otherwise()
    {
        var (plain, eves) = (LegalCalendar.Norwegian, new LegalCalendar(EvesAreDaysOff: true));
        LocalDate christmasEve = new(2024, 12, 24), newYearsEve = new(2024, 12, 31);

        Assert.True(plain.IsWorkingDay(christmasEve) && plain.IsWorkingDay(newYearsEve));
        Assert.False(eves.IsWorkingDay(christmasEve) || eves.IsWorkingDay(newYearsEve));
        Assert.Equal(12, plain.DaysOff(2024).Count);
        Assert.Equal(14, eves.DaysOff(2024).Count);
        Assert.Equal("julaften", eves.DayOffName(christmasEve)?.No);
    }

    [Fact]
    public void A_day_off_says_its_name_and_a_working_day_has_none()
    {
        var calendar = LegalCalendar.Norwegian;

        Assert.Equal("Easter Monday", calendar.DayOffName(new(2021, 4, 5))?.En);
        Assert.Equal("lørdag", calendar.DayOffName(new(2021, 4, 3))?.No);
        Assert.Null(calendar.DayOffName(new(2021, 4, 6)));
    }
}
