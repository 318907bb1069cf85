using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Fleet;

namespace Samkjop.Tests.Domain.Fleet;

/// <summary>Fleets and needs by name.</summary>
internal static class FleetGiven
{
    public static readonly LocalDate FirstOfFebruary = new(2021, 2, 1);

    /// <summary>Seven of 24 vehicles are fossil, as 29 % of Oslo's vans and cars were; they are eight years old, the others two.</summary>
    public static ImmutableArray<FleetLine> Lines { get; } =
    [
        new(7, Drivetrain.Diesel, 8, VehicleClass.SmallVan),
        new(17, Drivetrain.BatteryElectric, 2, VehicleClass.SmallVan),
    ];

    public static FleetBaseline Baseline { get; } = BaselineOf("bym", FirstOfFebruary, Lines);

    public static FleetBaseline BaselineOf(string agencyId, LocalDate date, ImmutableArray<FleetLine> lines) =>
        new(agencyId, date, lines, Instant.FromUtc(2021, 2, 2, 8, 0), "kari");

    /// <summary>Buys three zero-emission small vans and replaces as many diesel ones of about eight years.</summary>
    public static FleetReplacement Three { get; } = new("need-1", "bym", "lot-1", VehicleClass.SmallVan, 3, ZeroEmission: true, new OldVehicles(3, Drivetrain.Diesel, 8), Disposed: 0);

    public static FleetMeasure Agency { get; } = new("bym", "Bymiljøetaten", [Baseline], [Three], [], 0, null);

    public static FleetMeasure With(this FleetMeasure agency, int accepted, int disposed, bool? zeroEmission = true) => agency with
    {
        Needs = [.. agency.Needs.Select(n => n with { Disposed = disposed })],
        Deliveries = [new FleetDelivery(agency.AgencyId, "lot-1", accepted, zeroEmission)],
    };

    public static FleetEffect EffectOf(params FleetMeasure[] agencies) => FleetEffects.Of("2021-1", agencies, _ => true);
}
