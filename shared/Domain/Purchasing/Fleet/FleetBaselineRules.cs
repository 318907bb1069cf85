using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Fleet;

/// <summary>What a baseline must satisfy.</summary>
public static class FleetBaselineRules
{
    public const int MaxNumber = 100_000;

    /// <summary>Oldest vehicles, years.</summary>
    public const int MaxAgeYears = 80;

    /// <summary>Decimals of an age: a tenth of a year is about five weeks, finer than registers are.</summary>
    public const int AgeDecimals = 1;

    /// <summary>First year that a baseline is dated in.</summary>
    public const int FirstYear = 2000;

    /// <summary>Most lines that one baseline holds.</summary>
    public const int MaxLines = 2000;

    /// <summary>Why the baseline is refused; null when it is fine.</summary>
    public static Refusal? Check(FleetBaseline baseline, Instant now)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var findings = new Findings();
        var day = OsloFormat.Day(baseline.Date);
        findings.Require(
            baseline.Date.Year >= FirstYear,
            "date",
            $"Datoen {day.No} er før {FirstYear}. Kontroller årstallet.",
            $"The date {day.En} is before {FirstYear}. Check the year.");
        findings.Require(
            baseline.Date <= OsloTime.DateOf(now),
            "date",
            $"Datoen {day.No} er ikke kommet ennå. Et grunnlag er talt opp; oppgi dagen det gjelder.",
            $"The date {day.En} has not come yet. A baseline has been counted; state the day that it is of.");
        findings.Require(
            baseline.Lines.Length <= MaxLines,
            "rows",
            $"Grunnlaget har {baseline.Lines.Length} linjer, men skal ha høyst {MaxLines}. Slå sammen like kjøretøy.",
            $"The baseline has {baseline.Lines.Length} lines, but must have at most {MaxLines}. Put vehicles that are alike together.");
        return findings.ToRefusal("invalid-fleet-baseline");
    }
}
