namespace Samkjop.Purchasing;

/// <summary>
/// What a bid offers for one lot. Anything may be missing (<see langword="null"/>); where it is required, a missing value fails.
/// </summary>
public sealed record VehicleSpecification
{
    /// <summary>Make, such as "Maxus".</summary>
    public required string Make { get; init; }

    /// <summary>Model and variant, such as "e-Deliver 3 LWB".</summary>
    public required string Model { get; init; }

    /// <summary>What drives it.</summary>
    public Drivetrain? Drivetrain { get; init; }

    /// <summary>Range in km by WLTP.</summary>
    public int? RangeKm { get; init; }

    /// <summary>Seats with the driver's.</summary>
    public int? Seats { get; init; }

    /// <summary>Payload in kg.</summary>
    public int? PayloadKg { get; init; }

    /// <summary>Cargo volume in litres.</summary>
    public int? CargoVolumeLitres { get; init; }

    /// <summary>Weight of a braked trailer in kg.</summary>
    public int? TowingKg { get; init; }

    /// <summary>All-wheel drive.</summary>
    public bool? AllWheelDrive { get; init; }

    /// <summary>Usable battery in kWh.</summary>
    public decimal? BatteryKwh { get; init; }

    /// <summary>Weeks from order to delivery.</summary>
    public int? DeliveryWeeks { get; init; }
}
