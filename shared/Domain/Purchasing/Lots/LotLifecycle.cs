using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Samkjop.Purchasing;

/// <summary>Which phase of a lot may follow which: written once, and every write of a lot is held to it. A phase may always stay as it is.</summary>
public static class LotLifecycle
{
    /// <summary>
    /// Until both parties have signed, an award can end: annulled, for another decision or another evaluation, since its winner drops out, or since the lot is cancelled.
    /// </summary>
    private static readonly ImmutableArray<LotPhase> _afterAnEndedAward = [LotPhase.Ranked, LotPhase.Consolidated, LotPhase.WithoutBids];

    private static readonly FrozenDictionary<LotPhase, ImmutableArray<LotPhase>> _next = new Dictionary<LotPhase, ImmutableArray<LotPhase>>
    {
        [LotPhase.Consolidated] = [LotPhase.WithoutBids, LotPhase.Ranked],

        // A bid that was rejected counts after all, before anybody has been told.
        [LotPhase.WithoutBids] = [LotPhase.Consolidated],
        [LotPhase.Ranked] = [LotPhase.Proposed, LotPhase.WithoutBids],
        [LotPhase.Proposed] = [LotPhase.Awarded, LotPhase.Ranked, LotPhase.WithoutBids],
        [LotPhase.Awarded] = [LotPhase.Standstill, LotPhase.AwaitingSignatures],
        [LotPhase.Standstill] = [LotPhase.AwaitingSignatures, .. _afterAnEndedAward],
        [LotPhase.AwaitingSignatures] = [LotPhase.Delivering, .. _afterAnEndedAward],
        [LotPhase.Delivering] = [LotPhase.Ended],

        // An option whose loan is granted later is ordered from a lot whose other orders have ended.
        [LotPhase.Ended] = [LotPhase.Delivering],
    }.ToFrozenDictionary();

    /// <summary>The phase that every lot begins in.</summary>
    public const LotPhase First = LotPhase.Consolidated;

    /// <summary>The phases that may follow a phase.</summary>
    public static ImmutableArray<LotPhase> Next(LotPhase phase) => _next[phase];

    public static bool Allows(LotPhase from, LotPhase to) => from == to || _next[from].Contains(to);
}
