using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Rules;

/// <summary>
/// Which vehicles the law wants to be zero-emission when a public body buys them (forskrift om energi- og miljøkrav til kjøretøy). A purchasing system may
/// ask for more and earlier, as Oslo's do; it may not ask for less, but for the exceptions that are registered with DFØ.
/// </summary>
public static class ZeroEmissionLaw
{
    /// <summary>The rule for a class of vehicles, one of <see cref="LegalRules"/>.</summary>
    public static string RuleFor(VehicleClass vehicleClass) => vehicleClass switch
    {
        _ when vehicleClass.IsCar() => LegalRules.ZeroEmissionCars,
        _ when vehicleClass.IsVan() => LegalRules.ZeroEmissionVans,
        VehicleClass.CityBus => LegalRules.ZeroEmissionCityBuses,
        VehicleClass.Minibus => LegalRules.ZeroEmissionMinibuses,
        VehicleClass.LightTruck or VehicleClass.HeavyTruck => LegalRules.ZeroEmissionLorries,
        _ => throw new ArgumentOutOfRangeException(nameof(vehicleClass), vehicleClass, "Not a vehicle class."),
    };

    /// <summary>Whether the law asks for zero emission of a class on a date; no for dates before the table begins.</summary>
    /// <param name="vehicleClass">What is bought.</param>
    /// <param name="date">The day that the invitation is sent, in Norway.</param>
    /// <param name="rules">The table; <see cref="RuleTable.Norwegian"/> when left out.</param>
    public static bool IsRequired(VehicleClass vehicleClass, LocalDate date, RuleTable? rules = null) =>
        (rules ?? RuleTable.Norwegian).Number(RuleFor(vehicleClass), date).NumberOrNull is 100;
}
