using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Consolidation;

namespace Samkjop.Functions.Purchasing.Lots;

/// <summary>What an officer sends to adjust lots; what a kind does not use is left out.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Reason">Why, 1–1000 characters.</param>
/// <param name="NeedIds">The needs that it is about.</param>
/// <param name="LotId">The lot that it is about.</param>
/// <param name="IntoLotId">The lot that the needs go into.</param>
/// <param name="Requirements">What the lot asks for; left out for the strictest of its needs.</param>
/// <param name="Title">What the lot is called; left out for the platform's own title.</param>
/// <param name="CloseRound">Whether the round may close when no need is left.</param>
public sealed record LotAdjustmentBody(
    LotAdjustmentKind Kind, string Reason, ImmutableArray<string>? NeedIds = null, string? LotId = null, string? IntoLotId = null, VehicleRequirements? Requirements = null,
    Text? Title = null, bool CloseRound = false);

/// <summary>What consolidation proposed, what officers changed and why, and what the lots are now.</summary>
public sealed record LotAdjustmentsView(
    string RoundId, ImmutableArray<LotOutline> Proposed, ImmutableArray<LotAdjustmentView> Adjustments, ImmutableArray<LotOutline> Now, ImmutableArray<string> LeftOut)
{
    public static LotAdjustmentsView Of(Round round, IReadOnlyList<ConsolidatedLot> proposed)
    {
        ArgumentNullException.ThrowIfNull(round);
        var division = LotDivision.After(proposed, round.LotAdjustments);
        return new LotAdjustmentsView(
            round.RoundId,
            [.. LotDivision.Of(proposed).Lots.Select(LotOutline.Of)],
            [.. round.LotAdjustments.Select(LotAdjustmentView.Of)],
            [.. division.Lots.Select(LotOutline.Of)],
            [.. division.LeftOut.Keys.Order(StringComparer.Ordinal)]);
    }
}

/// <summary>One adjustment as it is read.</summary>
public sealed record LotAdjustmentView(
    int Number, LotAdjustmentKind Kind, ImmutableArray<string> NeedIds, string? LotId, string? IntoLotId, VehicleRequirements? Requirements, Text? Title, string Reason, string By,
    Instant At)
{
    public static LotAdjustmentView Of(LotAdjustment made)
    {
        ArgumentNullException.ThrowIfNull(made);
        return new LotAdjustmentView(made.Number, made.Kind, made.NeedIds, made.LotId, made.IntoLotId, made.Requirements, made.Title, made.Reason, made.By, made.At);
    }
}

/// <summary>What a lot holds and asks for, in short.</summary>
public sealed record LotOutline(
    string LotId, Text Title, VehicleClass VehicleClass, long TotalQuantity, long OptionQuantity, VehicleRequirements Requirements, ImmutableArray<string> NeedIds)
{
    public static LotOutline Of(ConsolidatedLot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return new LotOutline(
            lot.LotId, lot.Title, lot.VehicleClass, lot.TotalQuantity, lot.OptionQuantity, lot.Requirements, [.. lot.Lines.Select(line => line.NeedId)]);
    }
}
