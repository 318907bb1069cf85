using NodaTime;
using Samkjop.Calendar;
using Samkjop.Rules;

namespace Samkjop.Purchasing.Access;

/// <summary>When a request for access must be answered.</summary>
/// <param name="From">When it was received, or when the exemption ended that it waited for.</param>
/// <param name="AnswerBy">Exclusive end of the day by which it should be answered: without undue delay (offentleglova § 29), as a rule within three working days.</param>
/// <param name="RefusedFrom">
/// From this instant on a request without any answer counts as a refusal that can be complained about (offentleglova § 32, five working days).
/// </param>
public sealed record AccessClock(Instant From, Instant AnswerBy, Instant RefusedFrom)
{
    /// <summary>The clock of a request.</summary>
    /// <exception cref="InvalidOperationException">The table has no rule for the date.</exception>
    public static AccessClock Of(Instant from, RoundSettings settings, RuleTable rules)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(rules);
        return new(from, EndOf(LegalRules.AccessAnswer, from, settings, rules), EndOf(LegalRules.AccessSilence, from, settings, rules));
    }

    /// <summary>24:00 Europe/Oslo of the rule's last working day; the day it came is not counted.</summary>
    private static Instant EndOf(string rule, Instant from, RoundSettings settings, RuleTable rules)
    {
        var day = OsloTime.DateOf(from);
        var days = rules.Number(rule, day) is RuleLookup.Found { Row: { Unit: RuleUnit.WorkingDays } row }
            ? (int)row.Number
            : throw new InvalidOperationException($"The rule table has no number of working days for {rule} on {day}.");
        return OsloTime.EndOfDay(new LegalCalendar(settings.ChristmasAndNewYearsEveAreDaysOff).AddWorkingDays(day, days));
    }
}
