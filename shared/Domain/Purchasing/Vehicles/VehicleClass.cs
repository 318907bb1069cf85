namespace Samkjop.Purchasing;

/// <summary>
/// What sort of vehicle is bought. Up to and including <see cref="Minibus"/> the vehicles belong under the purchasing system
/// for vehicles up to 3500 kg, the rest under the one above (<see cref="VehicleClasses.IsOver3500Kg"/>). Names are wire format; the order decides the order of lots.
/// </summary>
public enum VehicleClass
{
    /// <summary>Small car, type-approved as M1.</summary>
    SmallCar,

    /// <summary>Family car, saloon or hatchback, M1.</summary>
    FamilyCar,

    /// <summary>Estate car, M1.</summary>
    EstateCar,

    /// <summary>Sport utility vehicle, M1.</summary>
    Suv,

    /// <summary>Car for seven to nine people including the driver, M1.</summary>
    PeopleCarrier,

    /// <summary>Small van, N1.</summary>
    SmallVan,

    /// <summary>Large van, N1.</summary>
    LargeVan,

    /// <summary>Minibus with more than eight seats besides the driver's, M2, up to 3500 kg.</summary>
    Minibus,

    /// <summary>Lorry above 3500 kg and up to 12 000 kg, N2.</summary>
    LightTruck,

    /// <summary>Lorry above 12 000 kg, N3.</summary>
    HeavyTruck,

    /// <summary>City bus, M3 class I.</summary>
    CityBus,
}
