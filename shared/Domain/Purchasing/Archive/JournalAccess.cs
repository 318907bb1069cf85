using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing.Archive;

/// <summary>Who reads a round's journal and exports it.</summary>
public static class JournalAccess
{
    /// <summary>Why the caller may not; null for the auditor and the round's officers, once the bids are open as <see cref="BidAccess"/> says.</summary>
    public static Refusal? Refuses(Round round, Caller caller, Instant now)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Has(Role.Auditor) && RoundAccess.MayActAs(round, caller, Role.ProcurementOfficer, now) is { } refusal)
        {
            return refusal;
        }

        return round.OpenedAt is null ? null : BidAccess.Refuses(round, caller, now);
    }
}
