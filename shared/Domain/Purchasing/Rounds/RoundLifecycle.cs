using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Samkjop.Purchasing;

/// <summary>Which phase of a round may follow which: written once, and every write of a round is held to it. A phase may always stay as it is.</summary>
public static class RoundLifecycle
{
    private static readonly FrozenDictionary<RoundPhase, ImmutableArray<RoundPhase>> _next = new Dictionary<RoundPhase, ImmutableArray<RoundPhase>>
    {
        [RoundPhase.CollectingNeeds] = [RoundPhase.Consolidating, RoundPhase.Cancelling],
        [RoundPhase.Consolidating] = [RoundPhase.AwaitingInvitation, RoundPhase.Closed],
        [RoundPhase.AwaitingInvitation] = [RoundPhase.Bidding, RoundPhase.Cancelling, RoundPhase.Closed],
        [RoundPhase.Bidding] = [RoundPhase.AwaitingOpening, RoundPhase.Cancelling],

        // An outage on the buyer's side extends a window that has closed, before anything is opened.
        [RoundPhase.AwaitingOpening] = [RoundPhase.Evaluating, RoundPhase.Bidding, RoundPhase.Cancelling],

        // Where no lot has an admissible bid there is nothing to award.
        [RoundPhase.Evaluating] = [RoundPhase.Awarding, RoundPhase.Delivering, RoundPhase.Cancelling],
        [RoundPhase.Awarding] = [RoundPhase.Delivering],
        [RoundPhase.Delivering] = [RoundPhase.Closed],
        [RoundPhase.Cancelling] = [RoundPhase.Closed],
        [RoundPhase.Closed] = [],
    }.ToFrozenDictionary();

    /// <summary>The phase that every round begins in.</summary>
    public const RoundPhase First = RoundPhase.CollectingNeeds;

    /// <summary>The phases that may follow a phase.</summary>
    public static ImmutableArray<RoundPhase> Next(RoundPhase phase) => _next[phase];

    public static bool Allows(RoundPhase from, RoundPhase to) => from == to || _next[from].Contains(to);
}
