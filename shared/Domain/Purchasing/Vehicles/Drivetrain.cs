namespace Samkjop.Purchasing;

/// <summary>What drives a vehicle. Names are wire format.</summary>
public enum Drivetrain
{
    /// <summary>Battery and electric motor only.</summary>
    BatteryElectric,

    /// <summary>Hydrogen fuel cell.</summary>
    Hydrogen,

    /// <summary>Chargeable hybrid; has a combustion engine and so an exhaust.</summary>
    PlugInHybrid,

    /// <summary>Hybrid that cannot be charged.</summary>
    Hybrid,

    /// <summary>Petrol.</summary>
    Petrol,

    /// <summary>Diesel, biodiesel and HVO included: the exhaust decides, not the source of the fuel.</summary>
    Diesel,

    /// <summary>Biogas or natural gas.</summary>
    Gas,
}

/// <summary>Names and groups of <see cref="Drivetrain"/>.</summary>
public static class Drivetrains
{
    /// <summary>
    /// Whether the vehicle emits nothing when driven: battery and hydrogen do not, a plug-in hybrid does
    /// (forskrift om energi- og miljøkrav til kjøretøy; a zero-emission vehicle has no exhaust of CO2).
    /// </summary>
    public static bool IsZeroEmission(this Drivetrain drivetrain) => drivetrain is Drivetrain.BatteryElectric or Drivetrain.Hydrogen;

    /// <summary>The name in lower case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no drivetrain.</exception>
    public static Text Name(this Drivetrain drivetrain) => drivetrain switch
    {
        Drivetrain.BatteryElectric => new("batterielektrisk", "battery-electric"),
        Drivetrain.Hydrogen => new("hydrogen", "hydrogen"),
        Drivetrain.PlugInHybrid => new("ladbar hybrid", "plug-in hybrid"),
        Drivetrain.Hybrid => new("hybrid uten lading", "hybrid"),
        Drivetrain.Petrol => new("bensin", "petrol"),
        Drivetrain.Diesel => new("diesel", "diesel"),
        Drivetrain.Gas => new("gass", "gas"),
        _ => throw new ArgumentOutOfRangeException(nameof(drivetrain), drivetrain, "Not a drivetrain."),
    };
}
