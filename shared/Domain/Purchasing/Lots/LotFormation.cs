using Samkjop.Decisions;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Purchasing;

/// <summary>A lot was formed of pinned needs.</summary>
public sealed record LotFormed(string LotId, VehicleClass VehicleClass, long Vehicles, int Needs) : DomainEvent;

/// <summary>Forms a round's lots of its pinned needs: the same lots for the same needs, whatever their order.</summary>
public static class LotFormation
{
    /// <summary>The lots, or what is wrong with the needs.</summary>
    /// <param name="pinned">Needs in state <see cref="NeedState.Pinned"/>; others are left out.</param>
    /// <param name="system">The purchasing system: where it demands zero emission, every lot does.</param>
    public static ConsolidationResult Form(IEnumerable<Need> pinned, PurchasingSystem system)
    {
        ArgumentNullException.ThrowIfNull(pinned);
        ArgumentNullException.ThrowIfNull(system);
        return LotConsolidation.Consolidate([.. pinned.Where(n => n.State is NeedState.Pinned).Select(n => ToConsolidate(n, system))]);
    }

    /// <summary>The lot document as it is created.</summary>
    public static Decision<Lot> Create(string roundId, ConsolidatedLot content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var lot = new Lot { RoundId = roundId, LotId = content.LotId, Phase = LotPhase.Consolidated, Content = content };
        return Decision.Accept(lot, new LotFormed(lot.LotId, content.VehicleClass, content.TotalQuantity, content.Lines.Count));
    }

    /// <summary>The lot document of a lot that an adjustment made.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="arrangement">The last adjustment that the content follows.</param>
    public static Decision<Lot> Create(string roundId, ConsolidatedLot content, int arrangement)
    {
        ArgumentNullException.ThrowIfNull(content);
        var lot = new Lot { RoundId = roundId, LotId = content.LotId, Phase = LotPhase.Consolidated, Content = content, Arrangement = arrangement };
        return Decision.Accept(lot, new LotFormed(lot.LotId, content.VehicleClass, content.TotalQuantity, content.Lines.Count));
    }

    /// <summary>Brings a lot to what an adjustment says; one that a later adjustment has been at stands.</summary>
    /// <param name="lot">The lot.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="arrangement">The last adjustment that the content follows.</param>
    public static Decision<Lot> Rearrange(Lot lot, ConsolidatedLot content, int arrangement)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(content);
        return lot.Arrangement >= arrangement || Serialization.CanonicalJson.Sha256(lot.Content) == Serialization.CanonicalJson.Sha256(content)
            ? Decision.Unchanged(lot)
            : Decision.Accept(
                lot with { Content = content, Arrangement = arrangement },
                new LotRearranged(lot.LotId, arrangement, content.TotalQuantity, content.Lines.Count));
    }

    private static ConsolidationNeed ToConsolidate(Need need, PurchasingSystem system)
    {
        var content = need.Content;
        var requirements = content.Requirements with { ZeroEmission = content.Requirements.ZeroEmission || system.ZeroEmissionRequired };
        return new ConsolidationNeed(
            need.NeedId, need.Version, need.AgencyId, content.VehicleClass, content.Quantity, requirements, content.Colour,
            need.Approval?.PriceCeiling, content.DeliverBy, need.IsOption);
    }
}
