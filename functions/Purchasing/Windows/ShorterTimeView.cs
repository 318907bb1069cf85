using NodaTime;
using Samkjop.Functions.Purchasing.Plans;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Windows;

/// <summary>A proposed shorter time. A supplier reads its own answer, never another's.</summary>
/// <param name="Number">What an answer is for.</param>
/// <param name="IsOpen">Whether it can be answered now.</param>
/// <param name="Consents">How many have consented: for those who run rounds.</param>
/// <param name="Invited">How many must: for those who run rounds.</param>
/// <param name="OwnConsent">Whether the caller's supplier has consented; null for the municipality's people.</param>
public sealed record ShorterTimeView(int Number, MomentView Proposed, MomentView From, MomentView To, Text Reason, bool IsOpen, int? Consents, int? Invited, bool? OwnConsent)
{
    internal static ShorterTimeView Of(Round round, ShorterTime shorter, Caller caller, Instant now)
    {
        var runs = caller.SupplierId is null && RoundAccess.RunsRounds(round, caller);
        var agreed = round.WindowChanges.Any(change => change is { Cause: WindowChangeCause.Agreement } && change.From == shorter.From && change.To == shorter.To);
        return new ShorterTimeView(
            shorter.Number, MomentView.Of(shorter.ProposedAt), MomentView.Deadline(shorter.From), MomentView.Deadline(shorter.To), shorter.Reason,
            !agreed && shorter.IsOpen(round, now),
            runs ? shorter.Consents.Length : null,
            runs ? round.Invitation!.InvitedSupplierIds.Length : null,
            caller.SupplierId is { } supplier ? shorter.Consents.Any(consent => consent.SupplierId == supplier) : null);
    }
}
