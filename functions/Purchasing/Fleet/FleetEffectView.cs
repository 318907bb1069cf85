using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing.Fleet;

namespace Samkjop.Functions.Purchasing.Fleet;

/// <summary>A round's effect on the fleet as it is read.</summary>
/// <param name="Agencies">Every agency, or the caller's own.</param>
/// <param name="Total">All agencies with a baseline that counts; null when there is none.</param>
/// <param name="Progress">All agencies' vehicles.</param>
public sealed record FleetEffectView(string RoundId, ImmutableArray<AgencyFleetEffectView> Agencies, FleetComparisonView? Total, FleetProgress Progress)
{
    public static FleetEffectView Of(FleetEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new FleetEffectView(
            effect.RoundId, [.. effect.Agencies.Select(AgencyFleetEffectView.Of)], effect.Total is { } total ? FleetComparisonView.Of(total) : null, effect.Progress);
    }
}

/// <param name="BaselineDate">The day that the fleet was counted; null when no baseline counts, which <paramref name="Notes"/> explains.</param>
public sealed record AgencyFleetEffectView(
    string AgencyId, string Name, LocalDate? BaselineDate, FleetComparisonView? Comparison, FleetProgress Progress, ImmutableArray<Text> Notes)
{
    public static AgencyFleetEffectView Of(AgencyFleetEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new AgencyFleetEffectView(
            effect.AgencyId, effect.Name, effect.BaselineDate, effect.Comparison is { } c ? FleetComparisonView.Of(c) : null, effect.Progress, effect.Notes);
    }
}

/// <param name="Before">By the baseline.</param>
/// <param name="Planned">When everything planned has come and gone.</param>
/// <param name="Realised">With what has come and gone so far.</param>
public sealed record FleetComparisonView(FleetCountView Before, FleetCountView Planned, FleetCountView Realised)
{
    public static FleetComparisonView Of(FleetComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new FleetComparisonView(FleetCountView.Of(comparison.Before), FleetCountView.Of(comparison.Planned), FleetCountView.Of(comparison.Realised));
    }
}

/// <summary>A fleet: exact in whole numbers, with share and average for reading.</summary>
/// <param name="Vehicles">How many.</param>
/// <param name="Fossil">How many of them have an exhaust.</param>
/// <param name="AgeTenths">The sum of their ages in tenths of years.</param>
/// <param name="FossilShare">0–1, six decimals; null when there are no vehicles.</param>
/// <param name="AverageAgeYears">Years, six decimals; null when there are no vehicles.</param>
public sealed record FleetCountView(int Vehicles, int Fossil, long AgeTenths, decimal? FossilShare, decimal? AverageAgeYears)
{
    public static FleetCountView Of(FleetCount fleet) =>
        new(fleet.Vehicles, fleet.Fossil, fleet.AgeTenths, Rounded(fleet.FossilShare), Rounded(fleet.AverageAgeYears));

    private static decimal? Rounded(decimal? number) => number is { } n ? Math.Round(n, 6, MidpointRounding.AwayFromZero) : null;
}
