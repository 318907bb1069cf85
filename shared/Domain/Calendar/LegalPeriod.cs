using System.Text.Json.Serialization;

namespace Samkjop.Calendar;

/// <summary>Units of a legal period. Names are wire format.</summary>
public enum PeriodUnit
{
    /// <summary>Calendar days, holidays included (regulation (EEC) 1182/71 art. 3(3)).</summary>
    Days,

    /// <summary>Days other than Saturdays, Sundays and public holidays (art. 2(2)).</summary>
    WorkingDays,

    /// <summary>Weeks, ending on the same day of the week as the event (art. 3(2)(c)).</summary>
    Weeks,

    /// <summary>Months, ending on the same date as the event, or the last day of a month that lacks it (art. 3(2)(c)).</summary>
    Months,

    /// <summary>Years, ending as months do (art. 3(2)(c)).</summary>
    Years,
}

/// <summary>A length of time as the law states it: "ten days", "ten working days". It has an end only together with an event and a <see cref="LegalCalendar"/>.</summary>
/// <param name="Number">How many, 1–10 000; at most 1000 months, 100 years.</param>
/// <param name="Unit">Of what.</param>
/// <exception cref="ArgumentOutOfRangeException">The number is out of bounds.</exception>
public sealed record LegalPeriod(int Number, PeriodUnit Unit)
{
    /// <summary>How many.</summary>
    public int Number { get; } = Number >= 1 && Number <= Maximum(Unit)
        ? Number
        : throw new ArgumentOutOfRangeException(nameof(Number), Number, $"A period of {Unit} is 1 to {Maximum(Unit)}.");

    /// <summary>Of what.</summary>
    public PeriodUnit Unit { get; } = Unit;

    /// <summary>Calendar days.</summary>
    public static LegalPeriod Days(int number) => new(number, PeriodUnit.Days);

    /// <summary>Working days.</summary>
    public static LegalPeriod WorkingDays(int number) => new(number, PeriodUnit.WorkingDays);

    /// <summary>Weeks.</summary>
    public static LegalPeriod Weeks(int number) => new(number, PeriodUnit.Weeks);

    /// <summary>Months.</summary>
    public static LegalPeriod Months(int number) => new(number, PeriodUnit.Months);

    /// <summary>Years.</summary>
    public static LegalPeriod Years(int number) => new(number, PeriodUnit.Years);

    /// <summary>"10 dager", "10 days".</summary>
    [JsonIgnore]
    public Text Name => Unit switch
    {
        PeriodUnit.Days => Counted("dag", "dager", "day", "days"),
        PeriodUnit.WorkingDays => Counted("virkedag", "virkedager", "working day", "working days"),
        PeriodUnit.Weeks => Counted("uke", "uker", "week", "weeks"),
        PeriodUnit.Months => Counted("måned", "måneder", "month", "months"),
        _ => Counted("år", "år", "year", "years"),
    };

    private static int Maximum(PeriodUnit unit) => unit switch
    {
        PeriodUnit.Days or PeriodUnit.WorkingDays => 10_000,
        PeriodUnit.Weeks or PeriodUnit.Months => 1000,
        PeriodUnit.Years => 100,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit of a period."),
    };

    private Text Counted(string noOne, string noMany, string enOne, string enMany) =>
        Number == 1 ? new($"1 {noOne}", $"1 {enOne}") : new($"{Number} {noMany}", $"{Number} {enMany}");
}
