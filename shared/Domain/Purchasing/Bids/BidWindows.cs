using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>Whether bids are received now.</summary>
public static class BidWindows
{
    /// <summary>Why nothing is received at the instant; null within the half-open window [opens, closes).</summary>
    public static Refusal? Refuses(Round round, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Invitation?.Window switch
        {
            not null when Cancellations.Refuses(round) is { } cancelled => cancelled,
            null => BidRefusals.NoCompetition(),
            { } window when now < window.Opens => BidRefusals.NotYetOpen(window.Opens),
            { } window when now >= window.Closes || round.Phase is not RoundPhase.Bidding => BidRefusals.Late(window.Closes, now),
            _ => null,
        };
    }
}
