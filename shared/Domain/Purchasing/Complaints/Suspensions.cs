using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Purchasing.Complaints;

/// <summary>
/// Which complaints keep a lot's contract from being signed. The complaints say it; the lot holds the list, so that signing is decided on one document. The list
/// is drawn up anew before anything that depends on it.
/// </summary>
public static class Suspensions
{
    /// <summary>Whether a complaint keeps the contract from being signed.</summary>
    /// <param name="complaint">The complaint.</param>
    /// <param name="awardToldAt">When the letters of the award that stands went out; null while none stands.</param>
    public static bool Suspends(Complaint complaint, Instant? awardToldAt) => complaint.Conclusion switch
    {
        null when complaint.MadeTo is ComplaintKind.ToCourt => true,
        null => complaint.Waiting.Waits && complaint.AwardToldAt == awardToldAt,
        { Outcome: ComplaintOutcome.Upheld } => complaint.AwardToldAt == awardToldAt,
        _ => false,
    };

    /// <summary>Draws up the lot's list. A contract that both parties have signed waits for nothing any more.</summary>
    public static Decision<Lot> Settle(Lot lot, IEnumerable<Complaint> complaints)
    {
        if (lot.Phase is LotPhase.Delivering or LotPhase.Ended or LotPhase.WithoutBids || lot.IsSigned())
            return Decision.Unchanged(lot);
        ImmutableArray<LotSuspension> suspensions =
        [
            .. complaints.Where(complaint => complaint.LotId == lot.LotId && Suspends(complaint, lot.Letters?.SentAt))
                .OrderBy(complaint => complaint.ComplaintId, StringComparer.Ordinal)
                .Select(complaint => new LotSuspension(complaint.ComplaintId, complaint.MadeTo, SinceOf(lot, complaint))),
        ];
        if (suspensions.SequenceEqual(lot.Suspensions))
            return Decision.Unchanged(lot);
        return Decision.Accept(
            lot with { Suspensions = suspensions },
            suspensions.IsEmpty ? new LotResumed(lot.LotId) : new LotSuspended(lot.LotId, [.. suspensions.Select(suspension => suspension.ComplaintId)]));
    }

    private static Instant SinceOf(Lot lot, Complaint complaint) =>
        lot.Suspensions.FirstOrDefault(suspension => suspension.ComplaintId == complaint.ComplaintId)?.Since ?? complaint.Conclusion?.At ?? complaint.Waiting.Since;
}
