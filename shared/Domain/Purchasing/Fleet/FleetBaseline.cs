using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Samkjop.Ports;

namespace Samkjop.Purchasing.Fleet;

/// <summary>What vehicles an agency had on a day: what a round's effect is measured against. Imported whole, one per agency and date.</summary>
/// <param name="AgencyId">Whose vehicles.</param>
/// <param name="Date">The day that was counted, at its end, Europe/Oslo.</param>
/// <param name="Lines">Groups of vehicles that are alike, in the order of the sheet.</param>
/// <param name="ImportedAt">When it was imported.</param>
/// <param name="ImportedBy">The subject of who imported it.</param>
public sealed record FleetBaseline(string AgencyId, LocalDate Date, ImmutableArray<FleetLine> Lines, Instant ImportedAt, string ImportedBy) : IDocument
{
    /// <summary>How ids of baselines begin.</summary>
    public const string IdPrefix = "fleet-";

    public static string Container => Containers.Agencies;

    public static string Kind => "fleetBaseline";

    public static int SchemaVersion => 1;

    public string Id => IdOf(Date);

    public string PartitionKey => AgencyId;

    public string? Mark => null;

    /// <summary>The id of an agency's baseline of a day.</summary>
    public static string IdOf(LocalDate date) => IdPrefix + LocalDatePattern.Iso.Format(date);
}

/// <param name="Number">Vehicles, 1–100 000.</param>
/// <param name="Fuel">What drives them.</param>
/// <param name="AgeYears">Their age on the day, on average where they differ: years with at most one decimal, 0–80.</param>
/// <param name="VehicleClass">Their class; null where the register does not tell.</param>
public sealed record FleetLine(int Number, Drivetrain Fuel, decimal AgeYears, VehicleClass? VehicleClass = null);
