using NodaTime;
using Samkjop.Purchasing.Complaints;

namespace Samkjop.Functions.Purchasing.Complaints;

/// <summary>A complaint as its supplier and the round's people read it.</summary>
/// <param name="MadeTo">To whom.</param>
/// <param name="Waits">Whether the contract waits for it as far as it alone decides.</param>
/// <param name="WaitingReason">Why an officer decided so; null where settings or law do.</param>
/// <param name="Outcome">Null while it is open.</param>
/// <param name="Answer">Why it was decided so.</param>
public sealed record ComplaintView(
    string RoundId, string LotId, string ComplaintId, string SupplierId, ComplaintKind MadeTo, Instant ReceivedAt, string Grounds, string? Reference, bool Waits,
    string? WaitingReason, ComplaintOutcome? Outcome, string? Answer, Instant? AnsweredAt)
{
    public static ComplaintView Of(Complaint complaint)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        return new(
            complaint.RoundId, complaint.LotId, complaint.ComplaintId, complaint.SupplierId, complaint.MadeTo, complaint.ReceivedAt, complaint.Grounds,
            complaint.Reference, Suspensions.Suspends(complaint, complaint.AwardToldAt), complaint.Waiting.Reason, complaint.Conclusion?.Outcome,
            complaint.Conclusion?.Reason, complaint.Conclusion?.At);
    }
}
