using System.Collections.Immutable;

namespace Samkjop.Purchasing.Fleet;

/// <summary>
/// Calculates a round's effect on the fleet. Ages are those of the baseline's day and new vehicles are of age 0, so that the change shows what the round
/// does, not that time goes by. Whole numbers throughout; the order of needs and agencies changes nothing.
/// </summary>
public static class FleetEffects
{
    /// <summary>The effect of a round.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="agencies">Every agency with something in the round.</param>
    /// <param name="counts">Whether a line of a baseline is of the sort that the round buys, such as vehicles up to 3500 kg.</param>
    public static FleetEffect Of(string roundId, IEnumerable<FleetMeasure> agencies, Func<FleetLine, bool> counts)
    {
        ArgumentNullException.ThrowIfNull(agencies);
        ArgumentNullException.ThrowIfNull(counts);
        ImmutableArray<AgencyFleetEffect> effects = [.. agencies.OrderBy(a => a.AgencyId, StringComparer.Ordinal).Select(a => Of(a, counts))];
        return new FleetEffect(
            roundId,
            effects,
            effects.Select(e => e.Comparison).OfType<FleetComparison>().Aggregate((FleetComparison?)null, (sum, one) => sum is null ? one : sum + one),
            effects.Aggregate(FleetProgress.None, (sum, one) => sum + one.Progress));
    }

    private static AgencyFleetEffect Of(FleetMeasure agency, Func<FleetLine, bool> counts)
    {
        var realised = Realised(agency);
        var progress = new FleetProgress(
            agency.Needs.Sum(n => n.Quantity), agency.Needs.Sum(n => n.Old?.Number ?? 0), agency.ConditionalVehicles, agency.Deliveries.Sum(d => d.Accepted),
            realised.Values.Sum(r => r.Awaiting), realised.Values.Sum(r => r.Realised), 0);
        if (agency.Baseline is not { } baseline)
        {
            return new AgencyFleetEffect(agency.AgencyId, agency.Name, null, null, progress, FleetNotes.WithoutBaseline(agency));
        }

        ImmutableArray<FleetLine> lines = [.. baseline.Lines.Where(counts)];
        var (comparison, strangers) = Compare(agency, lines, realised);
        progress = progress with { NotInBaseline = strangers };
        return new AgencyFleetEffect(agency.AgencyId, agency.Name, baseline.Date, comparison, progress, FleetNotes.Of(agency, lines, progress));
    }

    private static Dictionary<string, RealisedNeed> Realised(FleetMeasure agency)
    {
        var realised = agency.Needs.ToDictionary(n => n.NeedId, _ => new RealisedNeed(0, 0, 0), StringComparer.Ordinal);
        foreach (var delivery in agency.Deliveries)
        {
            var needs = Ordered(agency).Where(n => n.LotId == delivery.LotId).ToList();
            foreach (var (need, share) in needs.Zip(FleetRealisation.Share(needs, delivery.Accepted)))
            {
                realised[need.NeedId] = share;
            }
        }

        return realised;
    }

    private static (FleetComparison Comparison, int Strangers) Compare(
        FleetMeasure agency, ImmutableArray<FleetLine> lines, Dictionary<string, RealisedNeed> realised)
    {
        var (stock, before, strangers) = (new FleetStock(lines), FleetCount.Of(lines), 0);
        var (planned, real) = (before, before);
        foreach (var need in Ordered(agency))
        {
            var old = need.Old is { } o ? stock.Take(o, need.VehicleClass) : [];
            strangers += (need.Old?.Number ?? 0) - old.Sum(piece => piece.Number);
            planned = planned - Sum(old, int.MaxValue) + FleetCount.New(need.Quantity, need.ZeroEmission);
            var delivered = agency.Deliveries.FirstOrDefault(d => d.LotId == need.LotId);
            var share = realised[need.NeedId];
            real = real - Sum(old, share.Replaced) + FleetCount.New(share.Realised, delivered?.ZeroEmission ?? need.ZeroEmission);
        }

        return (new FleetComparison(before, planned, real), strangers);
    }

    /// <summary>The first so many of what was taken.</summary>
    private static FleetCount Sum(IEnumerable<(FleetLine Line, int Number)> pieces, int most)
    {
        var (sum, left) = (default(FleetCount), most);
        foreach (var (line, number) in pieces)
        {
            var taken = Math.Min(number, left);
            sum += FleetCount.Of(line, taken);
            left -= taken;
        }

        return sum;
    }

    private static IOrderedEnumerable<FleetReplacement> Ordered(FleetMeasure agency) => agency.Needs.OrderBy(n => n.NeedId, StringComparer.Ordinal);
}
