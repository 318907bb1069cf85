using System.Runtime.InteropServices;

namespace Samkjop.Purchasing.Consolidation;

/// <summary>What the needs of one lot have in common: class, zero emission, all-wheel drive and the band of each measure.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LotKey(
    VehicleClass VehicleClass, int Range, int Seats, int Payload, int CargoVolume, int Towing, bool AllWheelDrive, bool ZeroEmission)
{
    private static readonly Text Kilometres = new("km", "km");
    private static readonly Text SeatUnit = new("seter", "seats");
    private static readonly Text Kilograms = new("kg", "kg");
    private static readonly Text Litres = new("liter", "litres");

    /// <summary>The order of lots: by class, then from modest to demanding. Equal only for equal keys.</summary>
    public int Order
    {
        get
        {
            var order = (int)VehicleClass;
            foreach (var band in (ReadOnlySpan<int>)[Range, Seats, Payload, CargoVolume, Towing, AllWheelDrive ? 1 : 0, ZeroEmission ? 0 : 1])
                order = (order * 3) + band;
            return order;
        }
    }

    public static LotKey Of(ConsolidationNeed need)
    {
        var (bands, required) = (SizeBands.Of(need.VehicleClass), need.Requirements);
        return new(
            need.VehicleClass,
            bands.RangeKm.BandOf(required.MinimumRangeKm),
            bands.Seats.BandOf(required.MinimumSeats),
            bands.PayloadKg.BandOf(required.MinimumPayloadKg),
            bands.CargoVolumeLitres.BandOf(required.MinimumCargoVolumeLitres),
            bands.TowingKg.BandOf(required.MinimumTowingKg),
            required.AllWheelDrive,
            required.ZeroEmission);
    }

    /// <summary>"Store varebiler, rekkevidde 200–299 km, firehjulsdrift": what sets the lot apart, no more.</summary>
    public Text Title()
    {
        var distinct = Measures().Where(measure => measure.Band > 0).Select(measure => measure.Text).ToList();
        if (AllWheelDrive)
            distinct.Add(new("firehjulsdrift", "all-wheel drive"));
        if (!ZeroEmission)
            distinct.Add(new("alle drivlinjer", "any drivetrain"));
        var name = VehicleClass.PluralName();
        return new(
            string.Join(", ", distinct.Select(text => text.No).Prepend(Capitalised(name.No))),
            string.Join(", ", distinct.Select(text => text.En).Prepend(Capitalised(name.En))));
    }

    /// <summary>The whole rule that put the needs together, with every band.</summary>
    public Text Placement()
    {
        var (name, measures) = (VehicleClass.PluralName(), Measures().Select(measure => measure.Text).ToArray());
        var zero = ZeroEmission ? new Text("nullutslipp krevd", "zero emission required") : new Text("nullutslipp ikke krevd", "zero emission not required");
        var drive = AllWheelDrive ? new Text("firehjulsdrift krevd", "all-wheel drive required") : new Text("firehjulsdrift ikke krevd", "all-wheel drive not required");
        return new(
            $"Alle behovene gjelder {name.No} i samme størrelsesbånd: {string.Join("; ", measures.Select(text => text.No))}; {drive.No}; {zero.No}.",
            $"All the needs are for {name.En} in the same bands of size: {string.Join("; ", measures.Select(text => text.En))}; {drive.En}; {zero.En}.");
    }

    private IEnumerable<(int Band, Text Text)> Measures()
    {
        var bands = SizeBands.Of(VehicleClass);
        yield return (Range, Named("rekkevidde", "range", bands.RangeKm.Describe(Range, Kilometres)));
        yield return (Seats, Named("", "", bands.Seats.Describe(Seats, SeatUnit)));
        yield return (Payload, Named("nyttelast", "payload", bands.PayloadKg.Describe(Payload, Kilograms)));
        yield return (CargoVolume, Named("lastevolum", "cargo volume", bands.CargoVolumeLitres.Describe(CargoVolume, Litres)));
        yield return (Towing, Named("tilhengervekt", "towing", bands.TowingKg.Describe(Towing, Kilograms)));
    }

    private static Text Named(string no, string en, Text band) => new($"{no} {band.No}".TrimStart(), $"{en} {band.En}".TrimStart());

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
