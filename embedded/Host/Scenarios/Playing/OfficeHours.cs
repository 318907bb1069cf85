using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Host.Scenarios;

/// <summary>Time that passes only while offices are open: working days, 08:00–16:00 in Oslo.</summary>
internal static class OfficeHours
{
    private static readonly LocalTime Opens = new(8, 0);
    private static readonly LocalTime Closes = new(16, 0);
    private static readonly LegalCalendar Calendar = new();

    /// <summary>The instant when so much office time has passed.</summary>
    public static Instant After(Instant from, Duration wait)
    {
        var at = OsloTime.ToLocal(from);
        while (true)
        {
            if (!Calendar.IsWorkingDay(at.Date) || at.TimeOfDay >= Closes)
            {
                at = at.Date.PlusDays(1) + Opens;
                continue;
            }

            at = at.TimeOfDay < Opens ? at.Date + Opens : at;
            var left = Period.Between(at, at.Date + Closes, PeriodUnits.Ticks).ToDuration();
            if (wait < left)
            {
                return OsloTime.Zone.AtLeniently(at).ToInstant() + wait;
            }

            wait -= left;
            at = at.Date.PlusDays(1) + Opens;
        }
    }
}
