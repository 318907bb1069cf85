using NodaTime;

namespace Samkjop.Calendar;

/// <summary>Easter Sunday by the Gregorian computus (the anonymous algorithm, Nature 1876; Meeus, Astronomical Algorithms, ch. 8).</summary>
public static class Easter
{
    /// <summary>Easter Sunday of a year; 22 March at the earliest, 25 April at the latest.</summary>
    /// <param name="year">1583 (the first whole Gregorian year) to 9998.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside these bounds.</exception>
    public static LocalDate Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuryRest) = Math.DivRem(century, 4);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - leapCenturies - moonCorrection + 15) % 30;
        var (leapYears, leapRest) = Math.DivRem(ofCentury, 4);
        var toSunday = (32 + (2 * centuryRest) + (2 * leapYears) - epact - leapRest) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - (7 * late) + 114, 31);
        return new(year, month, day + 1);
    }
}
