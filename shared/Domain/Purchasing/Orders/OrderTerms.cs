using Samkjop.Calendar;
using Samkjop.Purchasing.Orders;

namespace Samkjop.Purchasing;

/// <summary>What the contract says of delays, as it was when the order was placed.</summary>
/// <param name="Damages">Liquidated damages.</param>
/// <param name="EscalationDays">An order overdue by so many days is escalated.</param>
/// <param name="ChristmasAndNewYearsEveAreDaysOff">Whether 24 and 31 December count as days off.</param>
public sealed record OrderTerms(DamagesTerms Damages, int EscalationDays, bool ChristmasAndNewYearsEveAreDaysOff)
{
    /// <summary>What the municipality's defaults say.</summary>
    public static OrderTerms Default { get; } = Of(RoundSettings.Default);

    internal LegalCalendar Calendar => new(ChristmasAndNewYearsEveAreDaysOff);

    /// <summary>What a round's settings say.</summary>
    public static OrderTerms Of(RoundSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(settings.LiquidatedDamages, settings.EscalationDays, settings.ChristmasAndNewYearsEveAreDaysOff);
    }
}
