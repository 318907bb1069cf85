using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing.Fleet;

/// <summary>What one agency's effect is measured by.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="Name">Its everyday name.</param>
/// <param name="Baselines">Every baseline that it has imported.</param>
/// <param name="Needs">What its needs of the round change, without those whose loan is undecided.</param>
/// <param name="Deliveries">What it has got of each lot.</param>
/// <param name="ConditionalVehicles">Vehicles of needs whose loan is undecided.</param>
/// <param name="FirstChange">The first day on which a new vehicle came or an old one went; null while nothing has.</param>
public sealed record FleetMeasure(
    string AgencyId, string Name, ImmutableArray<FleetBaseline> Baselines, ImmutableArray<FleetReplacement> Needs, ImmutableArray<FleetDelivery> Deliveries,
    int ConditionalVehicles, LocalDate? FirstChange)
{
    /// <summary>
    /// The baseline that counts: the newest from before the first change, since a later one holds some of what the round did already; null when there is none.
    /// </summary>
    public FleetBaseline? Baseline => Baselines.Where(b => FirstChange is not { } first || b.Date < first).MaxBy(b => b.Date);
}
