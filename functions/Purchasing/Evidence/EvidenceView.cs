using NodaTime;
using Samkjop.Calendar;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Evidence;

namespace Samkjop.Functions.Purchasing.Evidence;

/// <summary>What the proposed winner was asked for and has shown, as it and the round's people read it.</summary>
/// <param name="DueBy">24:00 Europe/Oslo of the last day.</param>
/// <param name="Deadline">The same in words.</param>
/// <param name="IsComplete">Whether every item is accepted.</param>
public sealed record EvidenceView(
    string RoundId, string LotId, string BidId, string SupplierId, Instant RequestedAt, Instant DueBy, Text Deadline, bool IsComplete, IReadOnlyList<EvidenceItemView> Items)
{
    public static EvidenceView Of(WinnerEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return new(
            evidence.RoundId, evidence.LotId, evidence.BidId, evidence.SupplierId, evidence.RequestedAt, evidence.DueBy, OsloFormat.Deadline(evidence.DueBy),
            evidence.Items.All(item => item.Judgement is { Accepted: true }), [.. evidence.Items.Select(EvidenceItemView.Of)]);
    }
}

/// <param name="Submission">What was shown last; null until something was.</param>
/// <param name="Accepted">Null until it is judged.</param>
/// <param name="Reason">Why it was judged so.</param>
public sealed record EvidenceItemView(string ItemId, EvidenceKind Kind, string Description, EvidenceSubmission? Submission, bool? Accepted, string? Reason)
{
    public static EvidenceItemView Of(EvidenceItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(item.ItemId, item.Kind, item.Description, item.Submission, item.Judgement?.Accepted, item.Judgement?.Reason);
    }
}
