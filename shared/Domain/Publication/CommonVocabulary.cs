using System.Collections.Immutable;
using Samkjop.Publication.Model;
using Samkjop.Purchasing;

namespace Samkjop.Publication;

/// <summary>Codes of the Common Procurement Vocabulary (CPV 2008, Regulation (EC) 213/2008) for what is bought.</summary>
public static class CommonVocabulary
{
    /// <summary>The class's main code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no class.</exception>
    public static Classification Of(VehicleClass vehicleClass) => vehicleClass switch
    {
        VehicleClass.SmallCar or VehicleClass.FamilyCar or VehicleClass.Suv => Code("34110000", "Passenger cars"),
        VehicleClass.EstateCar => Code("34111100", "Estate cars"),
        VehicleClass.PeopleCarrier => Code("34115200", "Motor vehicles for the transport of fewer than 10 persons"),
        VehicleClass.SmallVan => Code("34136100", "Light vans"),
        VehicleClass.LargeVan => Code("34136000", "Vans"),
        VehicleClass.Minibus => Code("34114400", "Minibuses"),
        VehicleClass.LightTruck => Code("34130000", "Motor vehicles for the transport of goods"),
        VehicleClass.HeavyTruck => Code("34140000", "Heavy-duty motor vehicles"),
        VehicleClass.CityBus => Code("34121100", "Public-service buses"),
        _ => throw new ArgumentOutOfRangeException(nameof(vehicleClass), vehicleClass, "Not a vehicle class."),
    };

    /// <summary>What else is said of it: that it is electric, where battery or hydrogen is required; null otherwise.</summary>
    public static ImmutableArray<Classification>? AlsoOf(VehicleClass vehicleClass, bool zeroEmission) => zeroEmission
        ? [vehicleClass is VehicleClass.CityBus ? Code("34144910", "Electric buses") : Code("34144900", "Electric vehicles")]
        : null;

    private static Classification Code(string id, string description) => new("CPV", id, description);
}
