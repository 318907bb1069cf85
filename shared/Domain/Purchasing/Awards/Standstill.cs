using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing.Awards;

/// <summary>The wait between award letters and contract (karensperiode).</summary>
public static class Standstill
{
    /// <summary>
    /// Where the standstill ends: counted from the day after the letters were sent, at 24:00 Europe/Oslo of its last day (FOA § 25-2, § 7-6).
    /// </summary>
    /// <param name="settings">Whether one is held (voluntary under a DPS), and which days are off.</param>
    /// <param name="length">Its length by law on the day of sending.</param>
    /// <param name="sentAt">When the letters became readable.</param>
    /// <returns>Null when none is held.</returns>
    public static PeriodEnd? EndOf(RoundSettings settings, LegalPeriod length, Instant sentAt) => settings.Standstill
        ? new LegalCalendar(settings.ChristmasAndNewYearsEveAreDaysOff).EndOf(length, sentAt)
        : null;
}
