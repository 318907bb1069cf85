namespace Samkjop.Purchasing.Consolidation;

/// <summary>
/// Makes lots of needs: same class, same band of every measure (<c>SizeBands</c>), same all-wheel drive and zero emission; the lot asks for the strictest of its needs.
/// Pure: the same needs give the same lots, whatever their order. Time grows with the number of needs, but for the sorting of one agency's needs in one lot.
/// </summary>
/// <remarks>
/// Dividing into lots is the buyer's decision and is reasoned in the documents (FOA § 19-4, from memory): the explanation of each lot is made for that.
/// Colour, price ceiling and delivery date stay with the line and never make a lot of their own.
/// </remarks>
public static class LotConsolidation
{
    /// <summary>Most vehicles of one need; the fewest is 1.</summary>
    public const int MostVehiclesPerNeed = 10_000;

    /// <summary>Consolidates pinned needs.</summary>
    /// <returns>The lots in the order of their ids; none for no needs. Or what is wrong with the needs: then no lot is made.</returns>
    public static ConsolidationResult Consolidate(IReadOnlyCollection<ConsolidationNeed> needs)
    {
        ArgumentNullException.ThrowIfNull(needs);
        var problems = NeedProblems.Of(needs);
        if (problems.Count > 0)
            return new ConsolidationResult.Refused(problems);

        // Grouped before they are sorted: a million needs in one sort are compared some twenty million times, in small groups a few million.
        var lots = new List<ConsolidatedLot>();
        foreach (var lot in needs.GroupBy(need => LotKey.Of(need).Order).OrderBy(lot => lot.Key))
            lots.Add(Lot($"lot-{lots.Count + 1}", Sorted(lot)));
        return new ConsolidationResult.Consolidated(lots);
    }

    /// <summary>Why a need stands in its lot, and what it gets beyond what it asked for.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="line">One of its lines.</param>
    public static Text Explain(ConsolidatedLot lot, ConsolidatedLine line)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(line);
        var stricter = RequirementMeasure.All
            .Where(measure => measure.IsSetBy(lot.Requirements)
                && (!measure.IsSetBy(line.Requirements) || measure.Strictness(lot.Requirements) > measure.Strictness(line.Requirements)))
            .Select(measure => measure.Describe(lot.Requirements))
            .ToArray();
        var relaxed = RequirementMeasure.All
            .Where(measure => measure.IsSetBy(line.Requirements)
                && (!measure.IsSetBy(lot.Requirements) || measure.Strictness(lot.Requirements) < measure.Strictness(line.Requirements)))
            .Select(measure => measure.Describe(line.Requirements))
            .ToArray();
        var (no, en) = stricter.Length == 0 && relaxed.Length > 0
            ? ("", "")
            : stricter.Length == 0
            ? ("Delkontrakten krever nøyaktig det behovet ba om.", "The lot asks for exactly what the need asked for.")
            : ($"Utover behovet krever delkontrakten {string.Join(", ", stricter.Select(text => text.No))}.",
                $"Beyond the need the lot asks for {string.Join(", ", stricter.Select(text => text.En))}.");
        if (relaxed.Length > 0)
        {
            no = $"{no} Behovet ba om mer enn delkontrakten krever: {string.Join(", ", relaxed.Select(text => text.No))}.".TrimStart();
            en = $"{en} The need asked for more than the lot does: {string.Join(", ", relaxed.Select(text => text.En))}.".TrimStart();
        }

        return new($"Behov {line.NeedId} står i {lot.LotId}. {lot.Placement.No} {no}", $"Need {line.NeedId} stands in {lot.LotId}. {lot.Placement.En} {en}");
    }

    /// <summary>By agency, then need.</summary>
    private static ConsolidationNeed[] Sorted(IEnumerable<ConsolidationNeed> lot) =>
    [
        .. lot.GroupBy(need => need.AgencyId, StringComparer.Ordinal).OrderBy(agency => agency.Key, StringComparer.Ordinal)
            .SelectMany(agency => agency.OrderBy(need => need.NeedId, StringComparer.Ordinal)),
    ];

    private static ConsolidatedLot Lot(string lotId, ConsolidationNeed[] needs)
    {
        var key = LotKey.Of(needs[0]);
        var requirements = needs.Aggregate(VehicleRequirements.None, (strictest, need) => strictest.And(need.Requirements));
        return new(
            lotId,
            key.Title(),
            key.VehicleClass,
            needs.Sum(need => (long)need.Quantity),
            needs.Sum(need => need.IsOption ? need.Quantity : 0L),
            requirements,
            Array.ConvertAll(needs, Line),
            key.Placement(),
            [.. RequirementMeasure.All.Where(measure => measure.IsSetBy(requirements)).Select(measure => measure.Origin(requirements, needs))]);
    }

    private static ConsolidatedLine Line(ConsolidationNeed need) =>
        new(need.NeedId, need.Version, need.AgencyId, need.Quantity, need.Requirements, need.Colour, need.PriceCeiling, need.DeliveryBy, need.IsOption);
}
