using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>A lot as it is bid for, with why it is as it is. Rankings and awards have endpoints of their own.</summary>
/// <param name="Placement">Why these needs stand together.</param>
/// <param name="Origins">Which need set each requirement.</param>
public sealed record LotView(
    string RoundId, string LotId, LotPhase Phase, Text Title, VehicleClass VehicleClass, long TotalQuantity, long OptionQuantity, VehicleRequirements Requirements,
    ImmutableArray<LotLineView> Lines, Text Placement, IReadOnlyList<RequirementOrigin> Origins)
{
    public static LotView For(Lot lot, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(lot);
        var content = lot.Content;
        return new LotView(
            lot.RoundId, lot.LotId, lot.Phase, content.Title, content.VehicleClass, content.TotalQuantity, content.OptionQuantity, content.Requirements,
            [.. content.Lines.Select(line => LotLineView.For(content, line, caller))], content.Placement, content.Origins);
    }
}

/// <param name="PriceCeiling">NOK per vehicle ex VAT; for the agency itself, officers and auditors only, never for suppliers.</param>
/// <param name="Explanation">Why the need stands in this lot, and what the lot asks for beyond it.</param>
public sealed record LotLineView(
    string NeedId, int Version, string AgencyId, int Quantity, string? Colour, LocalDate? DeliveryBy, bool IsOption, decimal? PriceCeiling, Text Explanation)
{
    public static LotLineView For(ConsolidatedLot lot, ConsolidatedLine line, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(caller);
        var maySeeCeiling = caller.SupplierId is null
            && ((RoundAccess.RunsRounds(caller) && caller.HasAny(Role.ProcurementOfficer, Role.Auditor)) || (caller.AgencyId is { } agency && agency == line.AgencyId));
        return new LotLineView(
            line.NeedId, line.Version, line.AgencyId, line.Quantity, line.Colour, line.DeliveryBy, line.IsOption,
            maySeeCeiling ? line.PriceCeiling : null, LotConsolidation.Explain(lot, line));
    }
}
