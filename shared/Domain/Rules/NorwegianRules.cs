using NodaTime;
using static Samkjop.Rules.LegalRules;

namespace Samkjop.Rules;

/// <summary>
/// The legal numbers, and nowhere else. A change of law ends a row (To) and adds another; rows are never edited once a round has used them.
/// FOA is forskrift 12. august 2016 nr. 974 om offentlige anskaffelser, in force from 1 January 2017; it carries directive 2014/24/EU.
/// </summary>
internal static class NorwegianRules
{
    private static readonly LocalDate Foa = new(2017, 1, 1);
    private static readonly LocalDate Offentleglova = new(2009, 1, 1);

    public static IReadOnlyList<RuleRow> Rows { get; } =
    [
        Open(DpsTenderPeriod, 10, RuleUnit.Days, "Directive 2014/24/EU art. 34(2)(b); FOA ch. 26", Foa, RuleMark.Verified),
        Open(DpsRequestDecision, 10, RuleUnit.WorkingDays, "Directive 2014/24/EU art. 34(5); FOA ch. 26", Foa, RuleMark.FromMemory),
        Open(DpsRequestDecisionExtended, 15, RuleUnit.WorkingDays, "Directive 2014/24/EU art. 34(5); FOA ch. 26", Foa, RuleMark.FromMemory),
        Open(RenewedEspd, 5, RuleUnit.WorkingDays, "Directive 2014/24/EU art. 34(7); FOA ch. 26", Foa, RuleMark.FromMemory),
        Open(AnswerBeforeClosing, 6, RuleUnit.Days, "Directive 2014/24/EU art. 47(3) and 53(2)", Foa, RuleMark.FromMemory),

        Open(StandstillElectronic, 10, RuleUnit.Days, "FOA § 25-2; directive 89/665/EEC art. 2a(2); voluntary under a DPS, art. 2b(c)", Foa, RuleMark.Verified),
        Open(StandstillOther, 15, RuleUnit.Days, "FOA § 25-2; directive 89/665/EEC art. 2a(2); voluntary under a DPS, art. 2b(c)", Foa, RuleMark.Verified),
        Open(AwardNotice, 30, RuleUnit.Days, "Directive 2014/24/EU art. 50(1) and 50(3)", Foa, RuleMark.Verified),

        Open(TaxCertificateThreshold, 500_000, RuleUnit.Nok, "FOA § 7-2", Foa, RuleMark.FromMemory),
        Open(TaxCertificateAge, 6, RuleUnit.Months, "FOA § 7-2", Foa, RuleMark.FromMemory),

        Closed(ClimateWeight, 0, RuleUnit.Percent, "FOA § 7-9 before its change: 30 % where environment is a criterion was advice", Foa, new(2023, 12, 31), RuleMark.FromMemory),
        Open(ClimateWeight, 30, RuleUnit.Percent, "FOA § 7-9", new(2024, 1, 1), RuleMark.Verified),

        Closed(ZeroEmissionCars, 0, RuleUnit.Percent, VehicleRegulation, Foa, new(2021, 12, 31), RuleMark.Verified),
        Open(ZeroEmissionCars, 100, RuleUnit.Percent, VehicleRegulation, new(2022, 1, 1), RuleMark.Verified),
        Closed(ZeroEmissionVans, 0, RuleUnit.Percent, VehicleRegulation, Foa, new(2022, 12, 31), RuleMark.Verified),
        Open(ZeroEmissionVans, 100, RuleUnit.Percent, VehicleRegulation, new(2023, 1, 1), RuleMark.Verified),
        Closed(ZeroEmissionCityBuses, 0, RuleUnit.Percent, VehicleRegulation, Foa, new(2024, 12, 31), RuleMark.Verified),
        Open(ZeroEmissionCityBuses, 100, RuleUnit.Percent, VehicleRegulation, new(2025, 1, 1), RuleMark.Verified),
        Open(ZeroEmissionLorries, 0, RuleUnit.Percent, $"{VehicleRegulation}: not covered", Foa, RuleMark.Verified),
        Open(ZeroEmissionMinibuses, 0, RuleUnit.Percent, $"{VehicleRegulation}: M2 not covered", Foa, RuleMark.FromMemory),

        Open(MiniCompetitionCeiling, 500_000, RuleUnit.Nok, "UKE's zone-based craftsmen agreements, newsletter of spring 2021: an agreement, not law", new(2021, 1, 1), RuleMark.FromMemory),

        Open(AccessAnswer, 3, RuleUnit.WorkingDays, "Offentleglova § 29: without undue delay; one to three working days by the Parliamentary Ombud's practice", Offentleglova, RuleMark.FromMemory),
        Open(AccessSilence, 5, RuleUnit.WorkingDays, "Offentleglova § 32 second paragraph", Offentleglova, RuleMark.FromMemory),
    ];

    private const string VehicleRegulation = "Forskrift om energi- og miljøkrav til kjøretøy (FOR-2017-12-11-1995)";

    private static RuleRow Open(string rule, decimal number, RuleUnit unit, string source, LocalDate from, RuleMark mark) =>
        new(rule, number, unit, source, from, To: null, mark);

    private static RuleRow Closed(string rule, decimal number, RuleUnit unit, string source, LocalDate from, LocalDate to, RuleMark mark) =>
        new(rule, number, unit, source, from, to, mark);
}
