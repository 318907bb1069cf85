using NodaTime;
using Samkjop.Purchasing;

namespace Samkjop.Health;

/// <summary>A round that should have moved and has not.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Phase">Where it stands.</param>
/// <param name="Reason">Why it counts as stuck.</param>
/// <param name="Since">From when, UTC.</param>
public sealed record StuckRound(string RoundId, RoundPhase Phase, StuckReason Reason, Instant Since)
{
    /// <summary>A machine may be restarted, a store may be away: what is less late than this is not stuck yet.</summary>
    public static readonly Duration Patience = Duration.FromHours(1);

    /// <summary>Whether a round is stuck; null when it is not, or has not been for longer than <see cref="Patience"/>.</summary>
    /// <param name="round">The round.</param>
    /// <param name="orchestration">What became of its orchestration.</param>
    /// <param name="now">The business clock's time.</param>
    public static StuckRound? Of(Round round, OrchestrationPresence orchestration, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        var changed = round.Ledger.ChangedAt ?? round.Needs.OpensAt;
        var (reason, since) = orchestration switch
        {
            _ when round.Phase is RoundPhase.Closed => ((StuckReason?)null, changed),
            OrchestrationPresence.Missing => (StuckReason.OrchestrationMissing, changed),
            OrchestrationPresence.Ended => (StuckReason.OrchestrationEnded, changed),
            _ => Due(round, changed) is { } due ? (StuckReason.DeadlinePassed, due) : (null, changed),
        };
        return reason is { } why && now > since + Patience ? new StuckRound(round.RoundId, round.Phase, why, since) : null;
    }

    /// <summary>When the platform itself should have moved the round on; null where people decide.</summary>
    private static Instant? Due(Round round, Instant changed) => round.Phase switch
    {
        RoundPhase.CollectingNeeds => round.Needs.LotsLockAt,
        RoundPhase.Consolidating or RoundPhase.Cancelling => changed,
        RoundPhase.Bidding => round.Invitation?.Window.Closes,
        _ => null,
    };
}

/// <summary>Why a round counts as stuck. Wire format.</summary>
public enum StuckReason
{
    /// <summary>It had no orchestration; the sweep starts one, so two sweeps in a row mean that starting fails.</summary>
    OrchestrationMissing,

    /// <summary>Its orchestration failed, was terminated or came to an end too early.</summary>
    OrchestrationEnded,

    /// <summary>The platform should have closed its phase.</summary>
    DeadlinePassed,
}

/// <summary>What a look for a round's orchestration found.</summary>
public enum OrchestrationPresence
{
    Missing,
    Ended,
    AtWork,
}
