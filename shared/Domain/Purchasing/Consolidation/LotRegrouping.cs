namespace Samkjop.Purchasing.Consolidation;

/// <summary>Makes a lot of lines that an officer put together.</summary>
internal static class LotRegrouping
{
    /// <summary>The lot of the lines.</summary>
    /// <param name="lotId">Its id.</param>
    /// <param name="vehicleClass">The class of every line.</param>
    /// <param name="lines">At least one.</param>
    /// <param name="requirements">What an officer set; null for the strictest of the lines.</param>
    /// <param name="title">What an officer called it; null for the title of its class and bands.</param>
    public static ConsolidatedLot Of(
        string lotId, VehicleClass vehicleClass, IReadOnlyCollection<ConsolidatedLine> lines, VehicleRequirements? requirements, Text? title)
    {
        var sorted = lines.OrderBy(line => line.AgencyId, StringComparer.Ordinal).ThenBy(line => line.NeedId, StringComparer.Ordinal).ToArray();
        var needs = Array.ConvertAll(sorted, line => NeedOf(line, vehicleClass));
        var strictest = needs.Aggregate(VehicleRequirements.None, (all, need) => all.And(need.Requirements));
        var asked = requirements ?? strictest;
        var key = LotKey.Of(NeedOf(sorted[0], vehicleClass) with { Requirements = asked });
        return new ConsolidatedLot(
            lotId,
            title ?? key.Title(),
            vehicleClass,
            sorted.Sum(line => (long)line.Quantity),
            sorted.Sum(line => line.IsOption ? line.Quantity : 0L),
            asked,
            sorted,
            requirements is null && needs.All(need => LotKey.Of(need) == key) ? key.Placement() : Placement(vehicleClass, requirements is not null),
            [
                .. RequirementMeasure.All
                    .Where(measure => measure.IsSetBy(asked) && measure.IsSetBy(strictest) && measure.Strictness(asked) == measure.Strictness(strictest))
                    .Select(measure => measure.Origin(asked, needs)),
            ]);
    }

    private static Text Placement(VehicleClass vehicleClass, bool requirementsAreSet)
    {
        var name = vehicleClass.PluralName();
        return requirementsAreSet
            ? new Text(
                $"Innkjøperen har satt sammen delkontrakten og fastsatt kravene. Alle behovene gjelder {name.No}.",
                $"The procurement officer put the lot together and set its requirements. All the needs are for {name.En}.")
            : new Text(
                $"Innkjøperen har satt sammen delkontrakten. Alle behovene gjelder {name.No}; kravene er de strengeste av dem.",
                $"The procurement officer put the lot together. All the needs are for {name.En}; the requirements are the strictest of them.");
    }

    private static ConsolidationNeed NeedOf(ConsolidatedLine line, VehicleClass vehicleClass) => new(
        line.NeedId, line.Version, line.AgencyId, vehicleClass, line.Quantity, line.Requirements, line.Colour, line.PriceCeiling, line.DeliveryBy, line.IsOption);
}
