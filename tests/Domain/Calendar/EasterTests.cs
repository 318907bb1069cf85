using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Tests.Domain.Calendar;

public sealed class EasterTests
{
    [Theory]
    [InlineData(1818, 3, 22)] // the earliest possible
    [InlineData(1943, 4, 25)] // the latest possible
    [InlineData(1954, 4, 18)] // where the simple rule of Gauss needs its exception
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2016, 3, 27)]
    [InlineData(2017, 4, 16)]
    [InlineData(2018, 4, 1)]
    [InlineData(2019, 4, 21)]
    [InlineData(2020, 4, 12)]
    [InlineData(2021, 4, 4)]
    [InlineData(2022, 4, 17)]
    [InlineData(2023, 4, 9)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(2029, 4, 1)]
    [InlineData(2030, 4, 21)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    public void Easter_falls_where_the_almanac_says(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), Easter.Sunday(year));

    [Fact]
    public void Easter_is_always_a_Sunday_from_22_March_to_25_April_and_follows_the_church_s_full_moon_tables()
    {
        for (var year = 1583; year <= 9998; year++)
        {
            var easter = Easter.Sunday(year);
            Assert.Equal(IsoDayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new(year, 3, 22), new(year, 4, 25));
            Assert.Equal(FromClavius(year), easter);
        }
    }

    [Theory]
    [InlineData(1582)]
    [InlineData(9999)]
    public void A_year_outside_the_Gregorian_calendar_is_refused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Easter.Sunday(year));

    /// <summary>The epact method of Clavius as Knuth gives it (TAOCP 1.3.2, exercise 14): another road to the same Sunday.</summary>
    private static LocalDate FromClavius(int year)
    {
        var golden = (year % 19) + 1;
        var century = (year / 100) + 1;
        var skippedLeapYears = (3 * century / 4) - 12;
        var moon = (((8 * century) + 5) / 25) - 5;
        var sunday = (5 * year / 4) - skippedLeapYears - 10;
        var epact = ((11 * golden) + 20 + moon - skippedLeapYears) % 30;
        if ((epact == 25 && golden > 11) || epact == 24)
            epact++;
        var fullMoon = 44 - epact;
        if (fullMoon < 21)
            fullMoon += 30;
        return new LocalDate(year, 3, 1).PlusDays(fullMoon + 7 - ((sunday + fullMoon) % 7) - 1);
    }
}
