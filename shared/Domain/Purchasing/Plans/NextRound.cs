using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <summary>Finds the round that takes what this one cannot.</summary>
public static class NextRound
{
    /// <summary>
    /// The first other round under the same purchasing system whose needs deadline is still ahead; null when none is planned. Own call-offs take what was left by that
    /// agency's earlier ones only.
    /// </summary>
    public static PlannedRound? After(Round round, IEnumerable<PlannedRound> plans, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(plans);
        var local = OsloTime.ToLocal(now);
        return plans
            .Where(p => p.PurchasingSystemId == round.PurchasingSystemId && p.RoundId != round.RoundId && p.NeedsDeadline > local
                && (p.CallOff is null || p.CallOff.AgencyId == round.CallOff?.AgencyId))
            .OrderBy(p => p.NeedsOpen)
            .ThenBy(p => p.RoundId, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
