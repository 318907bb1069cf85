using NodaTime;

namespace Samkjop.Calendar;

/// <summary>Where a legal period ends, and why there.</summary>
/// <param name="EventDate">The day of the event in Norway; not counted (regulation (EEC) 1182/71 art. 3(1)).</param>
/// <param name="Period">The period.</param>
/// <param name="CountedLastDay">The last day by counting alone, before anything was moved.</param>
/// <param name="LastDay">The last day in law: always a working day.</param>
/// <param name="Explanation">How the day was found, as a sentence for the log of the procurement.</param>
public sealed record PeriodEnd(LocalDate EventDate, LegalPeriod Period, LocalDate CountedLastDay, LocalDate LastDay, Text Explanation)
{
    /// <summary>24:00 in Oslo of <see cref="LastDay"/>, exclusive: what arrives at this instant is too late (art. 3(2)(b): "with the expiry of the last hour").</summary>
    public Instant End => OsloTime.EndOfDay(LastDay);

    /// <summary>The first day after the period: the earliest day of what has to wait for it, such as a contract after standstill.</summary>
    public LocalDate DayAfter => LastDay.PlusDays(1);
}

/// <summary>A period counted backwards from a day: where it begins, which is where what must be done before it must have been done.</summary>
/// <param name="Date">The day counted from; not counted itself.</param>
/// <param name="Period">The period.</param>
/// <param name="FirstDay">Its first day. May be a Saturday, Sunday or holiday: backward periods are never rolled forward (art. 3(4), second sentence).</param>
/// <param name="Explanation">How the day was found.</param>
public sealed record BackwardPeriod(LocalDate Date, LegalPeriod Period, LocalDate FirstDay, Text Explanation)
{
    /// <summary>00:00 in Oslo of <see cref="FirstDay"/>: what must leave the whole period free is done before this instant.</summary>
    public Instant Begins => OsloTime.StartOfDay(FirstDay);

    /// <summary>The last day that lies wholly before the period.</summary>
    public LocalDate DayBefore => FirstDay.PlusDays(-1);
}
