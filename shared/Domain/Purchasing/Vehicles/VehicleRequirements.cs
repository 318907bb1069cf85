namespace Samkjop.Purchasing;

/// <summary>
/// The functional minimum that a vehicle must meet: mandatory, pass or fail, looked at before anything is scored.
/// <see langword="null"/> and <see langword="false"/> mean that nothing is required. No make or model is ever named here (FOA § 15-1).
/// </summary>
public sealed record VehicleRequirements
{
    public const int MaxRangeKm = 2000;
    public const int MaxSeats = 200;
    public const int MaxPayloadKg = 40_000;
    public const int MaxCargoVolumeLitres = 100_000;
    public const int MaxTowingKg = 40_000;
    public const int MaxBatteryKwh = 1000;
    public const int MaxDeliveryWeeks = 260;

    /// <summary>Nothing is required.</summary>
    public static VehicleRequirements None { get; } = new();

    /// <summary>The drivetrain must be battery or hydrogen.</summary>
    public bool ZeroEmission { get; init; }

    /// <summary>Range in km by WLTP, at least. 1–2000.</summary>
    public int? MinimumRangeKm { get; init; }

    /// <summary>Seats with the driver's, at least. 1–200.</summary>
    public int? MinimumSeats { get; init; }

    /// <summary>Payload in kg, at least. 1–40 000.</summary>
    public int? MinimumPayloadKg { get; init; }

    /// <summary>Cargo volume in litres, at least. 1–100 000.</summary>
    public int? MinimumCargoVolumeLitres { get; init; }

    /// <summary>Weight of a braked trailer in kg, at least. 1–40 000.</summary>
    public int? MinimumTowingKg { get; init; }

    /// <summary>All-wheel drive is required.</summary>
    public bool AllWheelDrive { get; init; }

    /// <summary>Usable battery in kWh, at least. Above 0, at most 1000.</summary>
    public decimal? MinimumBatteryKwh { get; init; }

    /// <summary>Weeks from order to delivery, at most. 1–260.</summary>
    public int? MaximumDeliveryWeeks { get; init; }

    /// <summary>The strictest of both: what meets the result meets each of them.</summary>
    public VehicleRequirements And(VehicleRequirements other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            ZeroEmission = ZeroEmission || other.ZeroEmission,
            MinimumRangeKm = Higher(MinimumRangeKm, other.MinimumRangeKm),
            MinimumSeats = Higher(MinimumSeats, other.MinimumSeats),
            MinimumPayloadKg = Higher(MinimumPayloadKg, other.MinimumPayloadKg),
            MinimumCargoVolumeLitres = Higher(MinimumCargoVolumeLitres, other.MinimumCargoVolumeLitres),
            MinimumTowingKg = Higher(MinimumTowingKg, other.MinimumTowingKg),
            AllWheelDrive = AllWheelDrive || other.AllWheelDrive,
            MinimumBatteryKwh = MinimumBatteryKwh is { } mine && other.MinimumBatteryKwh is { } theirs
                ? Math.Max(mine, theirs)
                : MinimumBatteryKwh ?? other.MinimumBatteryKwh,
            MaximumDeliveryWeeks = MaximumDeliveryWeeks is { } weeks && other.MaximumDeliveryWeeks is { } otherWeeks
                ? Math.Min(weeks, otherWeeks)
                : MaximumDeliveryWeeks ?? other.MaximumDeliveryWeeks,
        };
    }

    /// <summary>What is out of bounds, one text per field; empty when all is well.</summary>
    public IReadOnlyList<Text> Problems() => [.. ProblemsByField()];

    private IEnumerable<Text> ProblemsByField() =>
        new[]
        {
            Bounds("rekkevidde (km)", "range (km)", MinimumRangeKm, MaxRangeKm),
            Bounds("seter", "seats", MinimumSeats, MaxSeats),
            Bounds("nyttelast (kg)", "payload (kg)", MinimumPayloadKg, MaxPayloadKg),
            Bounds("lastevolum (liter)", "cargo volume (litres)", MinimumCargoVolumeLitres, MaxCargoVolumeLitres),
            Bounds("tilhengervekt (kg)", "towing (kg)", MinimumTowingKg, MaxTowingKg),
            Bounds("leveringstid (uker)", "delivery (weeks)", MaximumDeliveryWeeks, MaxDeliveryWeeks),
            MinimumBatteryKwh is null or (> 0 and <= MaxBatteryKwh)
                ? null
                : new Text(
                    $"batteri (kWh) er {MinimumBatteryKwh}, men skal være over 0 og høyst {MaxBatteryKwh}; rett tallet eller la feltet stå tomt",
                    $"battery (kWh) is {MinimumBatteryKwh}, but must be above 0 and at most {MaxBatteryKwh}; correct the number or leave the field empty"),
        }.OfType<Text>();

    private static Text? Bounds(string no, string en, int? value, int maximum) => value is null || (value >= 1 && value <= maximum)
        ? null
        : new(
            $"{no} er {value}, men skal være fra 1 til {maximum}; rett tallet eller la feltet stå tomt",
            $"{en} is {value}, but must be from 1 to {maximum}; correct the number or leave the field empty");

    private static int? Higher(int? one, int? other) => one is { } a && other is { } b ? Math.Max(a, b) : one ?? other;
}
