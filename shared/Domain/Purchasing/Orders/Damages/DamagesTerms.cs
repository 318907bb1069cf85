using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

/// <summary>Liquidated damages for late vehicles (dagbot): a part of each late vehicle's price per day, up to a cap.</summary>
/// <param name="PerMillePerDay">Per mille of the vehicle's price per day; 0 for none, else 0.1–20.</param>
/// <param name="Days">Which days count.</param>
/// <param name="CapPercent">Most of the vehicle's price, percent, 0–100.</param>
public sealed record DamagesTerms(decimal PerMillePerDay, DamagesDays Days, decimal CapPercent)
{
    /// <summary>Lowest and highest rate other than none, per mille per day.</summary>
    public const decimal MinRate = 0.1m, MaxRate = 20m;

    /// <summary>
    /// 1.5 ‰ per calendar day, at most 15 % (100 days): as the state's standard contract for purchases has it (SSA-K, clause on day fines; from memory, so
    /// the contract of the round is looked up before it is relied on). The law names no number.
    /// </summary>
    public static DamagesTerms Default { get; } = new(1.5m, DamagesDays.Calendar, 15m);

    /// <summary>Counted days after which a vehicle's damages have reached the cap; null where there are none to reach it.</summary>
    internal int? DaysToCap => PerMillePerDay > 0 && CapPercent > 0 ? (int)decimal.Ceiling(CapPercent * 10 / PerMillePerDay) : null;

    internal static void Check(DamagesTerms terms, Findings findings) => findings.Require(
        terms.PerMillePerDay is 0 or (>= MinRate and <= MaxRate) && terms.CapPercent is >= 0 and <= 100 && Enum.IsDefined(terms.Days),
        "settings.liquidatedDamages",
        "Dagbot er 0, eller 0,1–20 promille per dag, med et tak på 0–100 %. Rett satsen eller taket.",
        "Liquidated damages are 0, or 0.1–20 per mille per day, with a cap of 0–100 %. Correct the rate or the cap.");
}

/// <summary>Which days of a delay count. Wire format.</summary>
public enum DamagesDays
{
    /// <summary>All of them.</summary>
    Calendar,

    /// <summary>Days other than Saturdays, Sundays and public holidays.</summary>
    Working,
}
