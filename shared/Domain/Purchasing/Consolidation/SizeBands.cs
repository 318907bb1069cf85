namespace Samkjop.Purchasing.Consolidation;

/// <summary>
/// The table of size categories. Each measure has three bands: below the first bound (or not required), from the first to the second, and from the second up.
/// Needs share a lot only when they share the band of every measure, so that no need is dragged further than one band by its lot's strictest one.
/// </summary>
/// <param name="RangeKm">Bounds of the range by WLTP, km.</param>
/// <param name="Seats">Bounds of the seats with the driver's.</param>
/// <param name="PayloadKg">Bounds of the payload, kg.</param>
/// <param name="CargoVolumeLitres">Bounds of the cargo volume, litres.</param>
/// <param name="TowingKg">Bounds of a braked trailer's weight, kg.</param>
internal sealed record SizeBands(Bounds RangeKm, Bounds Seats, Bounds PayloadKg, Bounds CargoVolumeLitres, Bounds TowingKg)
{
    private static readonly SizeBands Cars = new(new(300, 450), new(6, 8), new(500, 650), new(600, 1200), new(751, 1501));
    private static readonly SizeBands Vans = new(new(200, 300), new(4, 7), new(700, 1000), new(5000, 10_000), new(751, 1501));
    private static readonly SizeBands Heavy = new(new(150, 250), new(10, 20), new(5000, 10_000), new(20_000, 40_000), new(3501, 10_001));

    /// <summary>The bounds for a class: cars, vans, and everything larger have their own.</summary>
    public static SizeBands Of(VehicleClass vehicleClass) => vehicleClass switch
    {
        _ when vehicleClass.IsCar() => Cars,
        _ when vehicleClass.IsVan() => Vans,
        _ => Heavy,
    };
}

/// <summary>Where the second and the third band of a measure begin.</summary>
/// <param name="Second">First value of the second band.</param>
/// <param name="Third">First value of the third band.</param>
internal sealed record Bounds(int Second, int Third)
{
    /// <summary>Band 0, 1 or 2 of a required value; 0 when nothing is required.</summary>
    public int BandOf(int? required) => required >= Third ? 2 : required >= Second ? 1 : 0;

    /// <summary>A band in words: "under 300 km", "300–449 km", "minst 450 km".</summary>
    public Text Describe(int band, Text unit) => band switch
    {
        0 => new($"under {Second} {unit.No} eller ikke krevd", $"below {Second} {unit.En} or not required"),
        1 => new($"{Second}–{Third - 1} {unit.No}", $"{Second}–{Third - 1} {unit.En}"),
        _ => new($"minst {Third} {unit.No}", $"at least {Third} {unit.En}"),
    };
}
