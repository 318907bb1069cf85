using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Rules;

/// <summary>What the table says of a rule on a date.</summary>
public abstract record RuleLookup
{
    private RuleLookup()
    {
    }

    /// <summary>One row is in force.</summary>
    public sealed record Found(RuleRow Row) : RuleLookup;

    /// <summary>No row is in force: the table does not know the law of that day, or has no such rule.</summary>
    /// <param name="Rule">What was asked for.</param>
    /// <param name="Date">On which date.</param>
    /// <param name="IsKnown">Whether the table has the rule on other dates.</param>
    public sealed record NotCovered(string Rule, LocalDate Date, bool IsKnown) : RuleLookup
    {
        /// <summary>What happened and what to do.</summary>
        public Text Detail => IsKnown
            ? new(
                $"Regeltabellen har ingen verdi for «{Rule}» den {OsloFormat.Day(Date).No}. Ingenting er endret; bruk en dato som tabellen dekker, eller legg til raden med kilde.",
                $"The rule table has no value for \"{Rule}\" on {OsloFormat.Day(Date).En}. Nothing was changed; use a date that the table covers, or add the row with its source.")
            : new(
                $"Regeltabellen kjenner ikke «{Rule}». Ingenting er endret; rett navnet.",
                $"The rule table does not know \"{Rule}\". Nothing was changed; correct the name.");
    }

    /// <summary>The number, or <see langword="null"/> where nothing is in force.</summary>
    public decimal? NumberOrNull => (this as Found)?.Row.Number;

    /// <summary>The period that the row states, or <see langword="null"/> where nothing is in force or the rule is no period.</summary>
    public LegalPeriod? PeriodOrNull => this is not Found { Row: { Number: >= 1 } row } ? null : row.Unit switch
    {
        RuleUnit.Days => LegalPeriod.Days((int)row.Number),
        RuleUnit.WorkingDays => LegalPeriod.WorkingDays((int)row.Number),
        RuleUnit.Months => LegalPeriod.Months((int)row.Number),
        _ => null,
    };
}
