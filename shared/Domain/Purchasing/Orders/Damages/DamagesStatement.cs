using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing.Orders;

/// <summary>Liquidated damages of an order, calculated so that anybody can do it again.</summary>
/// <param name="Terms">The rate, the days that count, and the cap.</param>
/// <param name="UnitPrice">NOK per vehicle.</param>
/// <param name="CountedFrom">The local day after which a delay counts: the last day of delivery.</param>
/// <param name="AsOf">The local day of the calculation.</param>
/// <param name="CapDay">The first local day on which a vehicle that is still missing has reached the cap; null where there are no damages.</param>
/// <param name="Lines">Every vehicle once, by what it is counted until.</param>
public sealed record DamagesStatement(
    DamagesTerms Terms, decimal UnitPrice, LocalDate CountedFrom, LocalDate AsOf, LocalDate? CapDay, ImmutableArray<DamagesLine> Lines)
{
    /// <summary>NOK in all: the sum of the lines.</summary>
    public decimal Amount => Lines.Sum(line => line.Amount);

    /// <summary>Whether it can still change: a vehicle is missing, or its acceptance is awaited.</summary>
    public bool IsFinal => Lines.All(line => line.Fate is VehicleFate.Accepted or VehicleFate.Released);

    /// <summary>Whether a vehicle that is still missing has reached the cap.</summary>
    public bool CapIsReached => Lines.Any(line => line is { Fate: VehicleFate.Missing, IsCapped: true });
}

/// <summary>Vehicles that are counted alike.</summary>
/// <param name="Fate">What became of them.</param>
/// <param name="Vehicles">How many, 1 or more.</param>
/// <param name="Until">The local day that they are counted until, included.</param>
/// <param name="Days">Days of delay that count.</param>
/// <param name="IsCapped">Whether the cap is reached.</param>
/// <param name="PerVehicle">NOK per vehicle, rounded to whole øre, halves away from zero.</param>
/// <param name="Explanation">The calculation in words.</param>
public sealed record DamagesLine(VehicleFate Fate, int Vehicles, LocalDate Until, int Days, bool IsCapped, decimal PerVehicle, Text Explanation)
{
    /// <summary>NOK for all of them.</summary>
    public decimal Amount => Vehicles * PerVehicle;
}

/// <summary>What became of a vehicle. Wire format.</summary>
public enum VehicleFate
{
    /// <summary>Delivered and accepted: counted until the day of delivery.</summary>
    Accepted,

    /// <summary>Delivered, acceptance awaited: counted until the day of delivery; when it is rejected, it counts on as missing.</summary>
    Delivered,

    /// <summary>Not delivered, or rejected: counted until the day of the calculation.</summary>
    Missing,

    /// <summary>No longer ordered: counted until the day of the cancellation or termination.</summary>
    Released,
}
