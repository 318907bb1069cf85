using System.Collections.Immutable;
using NodaTime;

namespace Samkjop.Purchasing;

/// <summary>One change that an officer made to the lots before the invitation. It stands for good; a further one undoes it.</summary>
/// <param name="Number">Running number in the round, from 1.</param>
/// <param name="Kind">What was done.</param>
/// <param name="NeedIds">The needs that it is about; empty where it is about a whole lot.</param>
/// <param name="LotId">The lot that it is about; null where needs come from wherever they stand.</param>
/// <param name="IntoLotId">The lot that the needs go into, a new one where the adjustment makes one; null where they go into none.</param>
/// <param name="Requirements">What the lot asks for from now on; null for the strictest of its needs.</param>
/// <param name="Title">What the lot is called from now on; null for the platform's own title.</param>
/// <param name="Reason">Why, 1–1000 characters.</param>
/// <param name="By">The officer's subject.</param>
/// <param name="At">When.</param>
public sealed record LotAdjustment(
    int Number, LotAdjustmentKind Kind, ImmutableArray<string> NeedIds, string? LotId, string? IntoLotId, VehicleRequirements? Requirements, Text? Title,
    string Reason, string By, Instant At);

/// <summary>What an officer may do with lots. Wire format.</summary>
public enum LotAdjustmentKind
{
    /// <summary>Needs go into another lot of their class.</summary>
    Move,

    /// <summary>Some needs of a lot become a lot of their own.</summary>
    Split,

    /// <summary>All of a lot goes into another of its class.</summary>
    Merge,

    /// <summary>Needs wait for the next round.</summary>
    Defer,

    /// <summary>Needs that an officer let wait come back, into a lot of their class or one of their own.</summary>
    Include,

    /// <summary>Needs that were an option are bought in any case: their loan was granted.</summary>
    Confirm,

    /// <summary>A lot's requirements and title are set, functionally (FOA § 15-1), or left to the platform again.</summary>
    Require,
}

/// <summary>An officer of the round adjusts its lots.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="NeedIds">The needs that it is about.</param>
/// <param name="LotId">The lot that it is about.</param>
/// <param name="IntoLotId">The lot that the needs go into.</param>
/// <param name="Requirements">For <see cref="LotAdjustmentKind.Require"/>.</param>
/// <param name="Title">For <see cref="LotAdjustmentKind.Require"/>.</param>
/// <param name="Reason">Why.</param>
/// <param name="CloseRound">Whether the round may close when no need is left.</param>
/// <param name="By">Who.</param>
/// <param name="Now">When.</param>
public sealed record AdjustLots(
    LotAdjustmentKind Kind, ImmutableArray<string> NeedIds, string? LotId, string? IntoLotId, VehicleRequirements? Requirements, Text? Title, string Reason, bool CloseRound,
    People.Caller By, Instant Now);
