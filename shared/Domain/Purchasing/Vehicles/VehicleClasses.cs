namespace Samkjop.Purchasing;

/// <summary>Names and groups of <see cref="VehicleClass"/>.</summary>
public static class VehicleClasses
{
    /// <summary>The name of one vehicle of the class, in lower case: "stor varebil", "large van".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no class.</exception>
    public static Text Name(this VehicleClass vehicleClass) => Names(vehicleClass).Singular;

    /// <summary>The name of several vehicles of the class, in lower case, as lots are titled: "store varebiler", "large vans".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no class.</exception>
    public static Text PluralName(this VehicleClass vehicleClass) => Names(vehicleClass).Plural;

    /// <summary>Whether vehicles of the class weigh more than 3500 kg when laden, and so belong under the purchasing system for heavy vehicles.</summary>
    public static bool IsOver3500Kg(this VehicleClass vehicleClass) =>
        vehicleClass is VehicleClass.LightTruck or VehicleClass.HeavyTruck or VehicleClass.CityBus;

    /// <summary>Whether the class is a car in the sense of the type approval (M1).</summary>
    public static bool IsCar(this VehicleClass vehicleClass) => vehicleClass <= VehicleClass.PeopleCarrier;

    /// <summary>Whether the class is a van in the sense of the type approval (N1).</summary>
    public static bool IsVan(this VehicleClass vehicleClass) => vehicleClass is VehicleClass.SmallVan or VehicleClass.LargeVan;

    private static (Text Singular, Text Plural) Names(VehicleClass vehicleClass) => vehicleClass switch
    {
        VehicleClass.SmallCar => (new("liten personbil", "small car"), new("små personbiler", "small cars")),
        VehicleClass.FamilyCar => (new("familiebil", "family car"), new("familiebiler", "family cars")),
        VehicleClass.EstateCar => (new("stasjonsvogn", "estate car"), new("stasjonsvogner", "estate cars")),
        VehicleClass.Suv => (new("SUV", "SUV"), new("SUV-er", "SUVs")),
        VehicleClass.PeopleCarrier => (new("flerbruksbil", "people carrier"), new("flerbruksbiler", "people carriers")),
        VehicleClass.SmallVan => (new("liten varebil", "small van"), new("små varebiler", "small vans")),
        VehicleClass.LargeVan => (new("stor varebil", "large van"), new("store varebiler", "large vans")),
        VehicleClass.Minibus => (new("minibuss", "minibus"), new("minibusser", "minibuses")),
        VehicleClass.LightTruck => (new("lett lastebil", "light lorry"), new("lette lastebiler", "light lorries")),
        VehicleClass.HeavyTruck => (new("tung lastebil", "heavy lorry"), new("tunge lastebiler", "heavy lorries")),
        VehicleClass.CityBus => (new("bybuss", "city bus"), new("bybusser", "city buses")),
        _ => throw new ArgumentOutOfRangeException(nameof(vehicleClass), vehicleClass, "Not a vehicle class."),
    };
}
