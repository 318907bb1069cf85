using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Samkjop.Purchasing.Fleet;

/// <summary>A fleet in three whole numbers, so that sums over agencies are exact; shares and averages are made of them only when somebody reads.</summary>
/// <param name="Vehicles">How many vehicles.</param>
/// <param name="Fossil">How many of them have an exhaust, plug-in hybrids included.</param>
/// <param name="AgeTenths">The sum of their ages, in tenths of years.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FleetCount(int Vehicles, int Fossil, long AgeTenths)
{
    /// <summary>The share of fossil vehicles, 0–1; null when there are no vehicles.</summary>
    public decimal? FossilShare => Vehicles == 0 ? null : (decimal)Fossil / Vehicles;

    /// <summary>The average age in years; null when there are no vehicles.</summary>
    public decimal? AverageAgeYears => Vehicles == 0 ? null : AgeTenths / 10m / Vehicles;

    public static FleetCount operator +(FleetCount one, FleetCount other) =>
        new(one.Vehicles + other.Vehicles, one.Fossil + other.Fossil, one.AgeTenths + other.AgeTenths);

    public static FleetCount operator -(FleetCount one, FleetCount other) =>
        new(one.Vehicles - other.Vehicles, one.Fossil - other.Fossil, one.AgeTenths - other.AgeTenths);

    /// <summary>Adds another fleet.</summary>
    public FleetCount Add(FleetCount other) => this + other;

    /// <summary>Takes away a part.</summary>
    public FleetCount Subtract(FleetCount part) => this - part;

    /// <summary>So many vehicles of a line.</summary>
    public static FleetCount Of(FleetLine line, int number)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new FleetCount(number, line.Fuel.IsZeroEmission() ? 0 : number, (long)(line.AgeYears * 10) * number);
    }

    /// <summary>A whole baseline.</summary>
    public static FleetCount Of(ImmutableArray<FleetLine> lines) => lines.Aggregate(default(FleetCount), (sum, line) => sum + Of(line, line.Number));

    /// <summary>New vehicles: of age 0.</summary>
    public static FleetCount New(int number, bool zeroEmission) => new(number, zeroEmission ? 0 : number, 0);
}
