using NodaTime;

namespace Samkjop.Rules;

/// <summary>Unit of a rule's number. Names are wire format.</summary>
public enum RuleUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Days other than Saturdays, Sundays and public holidays.</summary>
    WorkingDays,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Percent, 0–100.</summary>
    Percent,

    /// <summary>Norwegian kroner ex VAT.</summary>
    Nok,
}

/// <summary>How sure the number is. Names are wire format.</summary>
public enum RuleMark
{
    /// <summary>Verified in a public source.</summary>
    Verified,

    /// <summary>From memory: a lawyer looks it up before it is relied on.</summary>
    FromMemory,
}

/// <summary>One number of law, for as long as it was or is in force.</summary>
/// <param name="Rule">One of <see cref="LegalRules"/>. Wire format.</param>
/// <param name="Number">The number, 0 or more; 0 says that the law asked for nothing then.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Source">Law and paragraph.</param>
/// <param name="From">First day in force, Oslo calendar.</param>
/// <param name="To">Last day in force, included; <see langword="null"/> while it still is.</param>
/// <param name="Mark">How sure it is.</param>
public sealed record RuleRow(string Rule, decimal Number, RuleUnit Unit, string Source, LocalDate From, LocalDate? To, RuleMark Mark)
{
    /// <summary>Whether the row is in force on a date.</summary>
    public bool Covers(LocalDate date) => From <= date && (To is not { } to || date <= to);

    /// <summary>Whether both rows are of one rule and in force on some common date.</summary>
    public bool Overlaps(RuleRow other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Rule == other.Rule && (To is not { } to || other.From <= to) && (other.To is not { } otherTo || From <= otherTo);
    }
}
