using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Functions.Purchasing.Documents;
using Samkjop.Functions.Purchasing.Plans;
using Samkjop.Functions.Purchasing.Rounds;
using Samkjop.People;
using Samkjop.Purchasing;

namespace Samkjop.Functions.Purchasing.Invitations;

/// <summary>When bids are received; local times, Europe/Oslo.</summary>
/// <param name="ClosesOn">The day on which the window closes.</param>
/// <param name="ClosesAt">The hour of that day; the round's closing hour when left out.</param>
/// <param name="Opens">When it opens; now when left out.</param>
/// <param name="RepeatedHour">Which instant is meant where a local time comes twice.</param>
public sealed record InvitationBody(LocalDate ClosesOn, LocalTime? ClosesAt = null, LocalDateTime? Opens = null, RepeatedTime? RepeatedHour = null);

/// <summary>An invitation as invited suppliers and the municipality's people read it.</summary>
/// <param name="MinimumPeriodEnds">The end of the minimum tender period.</param>
/// <param name="QuestionsUntil">Questions are taken until then, exclusive; follows a closing that is moved.</param>
/// <param name="InvitedSupplierIds">For those who run rounds only: bidders do not learn who else was invited.</param>
/// <param name="Document">What bids are judged by, frozen.</param>
/// <param name="BidsValidUntil">The last local day on which bids must stand at least.</param>
/// <param name="Documents">The tender documents as released; corrections stand at <c>…/documents</c>.</param>
public sealed record InvitationView(
    string RoundId, Text Title, MomentView Released, BidWindowView Window, MomentView MinimumPeriodEnds, MomentView QuestionsUntil, ImmutableArray<string> LotIds,
    ImmutableArray<string>? InvitedSupplierIds, ProcurementDocumentView Document, ImmutableArray<PinnedDocument> Documents,
    LocalDate? BidsValidUntil)
{
    /// <summary>The round's invitation; null before it is released.</summary>
    public static InvitationView? For(Round round, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Invitation is { } invitation
            ? new InvitationView(
                round.RoundId,
                round.Title,
                MomentView.Of(invitation.ReleasedAt),
                BidWindowView.Of(invitation.Window),
                MomentView.Deadline(invitation.MinimumPeriodEnds),
                MomentView.Deadline(QuestionTimes.CutOff(round)),
                round.LotIds,
                RoundAccess.RunsRounds(round, caller) ? invitation.InvitedSupplierIds : null,
                ProcurementDocumentView.Of(round)!,
                invitation.Documents,
                invitation.BidsValidUntil)
            : null;
    }
}
