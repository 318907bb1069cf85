using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing.Fleet;

/// <summary>Everything of a round that its effect on the fleet is calculated from.</summary>
/// <param name="Round">The round.</param>
/// <param name="System">The purchasing system that it runs under.</param>
/// <param name="Needs">All needs.</param>
/// <param name="Lots">All lots.</param>
/// <param name="Orders">All orders.</param>
/// <param name="Winners">The winning sheet of each lot that is awarded, by lot.</param>
/// <param name="Disposals">All confirmed disposals.</param>
/// <param name="Baselines">All baselines of the agencies with needs.</param>
/// <param name="AgencyNames">Everyday names by id.</param>
public sealed record FleetSources(
    Round Round, PurchasingSystem System, ImmutableArray<Need> Needs, ImmutableArray<Lot> Lots, ImmutableArray<Order> Orders,
    IReadOnlyDictionary<string, PriceSheet> Winners, ImmutableArray<Disposal> Disposals, ImmutableArray<FleetBaseline> Baselines,
    IReadOnlyDictionary<string, string> AgencyNames)
{
    /// <summary>The effect.</summary>
    public FleetEffect ToEffect() => FleetEffects.Of(Round.RoundId, Needs.Where(IsInPlan).GroupBy(n => n.AgencyId, StringComparer.Ordinal).Select(MeasureOf), Counts);

    /// <summary>What the agency has approved counts until the lots are locked, what went into a lot afterwards.</summary>
    private static bool IsInPlan(Need need) => need.State is NeedState.Approved or NeedState.Pinned && need.Loan is not LoanCondition.Refused;

    private FleetMeasure MeasureOf(IGrouping<string, Need> needs)
    {
        var agencyId = needs.Key;
        return new FleetMeasure(
            agencyId,
            AgencyNames.GetValueOrDefault(agencyId, agencyId),
            [.. Baselines.Where(b => b.AgencyId == agencyId)],
            [.. needs.Where(n => n.Loan is not LoanCondition.Undecided).Select(ReplacementOf)],
            [.. Orders.Where(o => o.AgencyId == agencyId && o.AcceptedQuantity > 0).Select(DeliveryOf)],
            needs.Where(n => n.Loan is LoanCondition.Undecided).Sum(n => n.Content.Quantity),
            FirstChange(agencyId));
    }

    private FleetReplacement ReplacementOf(Need need)
    {
        var content = need.Content;
        var lot = Lots.FirstOrDefault(l => l.LotId == need.LotId)?.Content.Requirements;
        return new FleetReplacement(
            need.NeedId, need.AgencyId, need.LotId, content.VehicleClass, content.Quantity,
            content.Requirements.ZeroEmission || System.ZeroEmissionRequired || lot?.ZeroEmission is true,
            content.Replaces is { } old ? new OldVehicles(old.Quantity, old.Fuel, old.AgeYears) : null,
            Disposals.FirstOrDefault(d => d.NeedId == need.NeedId)?.Confirmed ?? 0);
    }

    private FleetDelivery DeliveryOf(Order order) => new(
        order.AgencyId, order.LotId, order.AcceptedQuantity, Winners.GetValueOrDefault(order.LotId)?.Specification.Drivetrain?.IsZeroEmission());

    private LocalDate? FirstChange(string agencyId)
    {
        var delivered = Orders.Where(o => o.AgencyId == agencyId)
            .SelectMany(o => o.Entries).Where(e => e.Kind is OrderEntryKind.Delivered).Select(e => e.Day);
        var gone = Disposals.Where(d => d.AgencyId == agencyId).SelectMany(d => d.Entries).Where(e => e.Retraction is null).Select(e => e.DisposedOn);
        LocalDate[] changes = [.. delivered, .. gone];
        return changes.Length == 0 ? null : changes.Min();
    }

    /// <summary>A line counts when it is of the weight that the purchasing system is for; one of unknown class always does.</summary>
    private bool Counts(FleetLine line) =>
        line.VehicleClass is not { } known || System.VehicleClasses.IsDefaultOrEmpty || System.VehicleClasses.Any(c => c.IsOver3500Kg() == known.IsOver3500Kg());
}
