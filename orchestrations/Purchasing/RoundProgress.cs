using System.Collections.Immutable;
using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>What the orchestrator needs to know of a round: where it is and when something is due. Never bid data.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Phase">Where it is.</param>
/// <param name="LotsLockAt">When needs are locked.</param>
/// <param name="ClosesAt">When the bid window closes; null before the invitation.</param>
/// <param name="LotIds">Its lots; empty until consolidated.</param>
/// <param name="OpenLotIds">Lots that are not yet where the phase wants them.</param>
/// <param name="OrderIds">Its orders; empty until placed.</param>
/// <param name="UntoldLotIds">Lots that ended without an award and whose bidders have not been told.</param>
/// <param name="OpeningIsApproved">Whether enough different openers have approved the opening.</param>
public sealed record RoundProgress(
    string RoundId, RoundPhase Phase, Instant LotsLockAt, Instant? ClosesAt, ImmutableArray<string> LotIds, ImmutableArray<string> OpenLotIds,
    ImmutableArray<string> OrderIds, ImmutableArray<string> UntoldLotIds, bool OpeningIsApproved = false)
{
    /// <summary>Lots without a valid bid of which nobody has decided what becomes of them.</summary>
    public ImmutableArray<string> UndecidedLotIds { get; init; } = [];
}
