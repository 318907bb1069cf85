using System.Collections.Immutable;
using NodaTime;
using Samkjop.Calendar;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>An officer of the round releases its invitation.</summary>
/// <param name="Opens">When bids are received from, local, Europe/Oslo; null for at once.</param>
/// <param name="ClosesOn">The day on which the window closes, in Norway.</param>
/// <param name="ClosesAt">The hour of that day; null for the round's closing hour.</param>
/// <param name="RepeatedHour">Which instant is meant where a local time comes twice.</param>
/// <param name="AdmittedSupplierIds">All suppliers admitted to the purchasing system now.</param>
/// <param name="By">The officer.</param>
/// <param name="Now">When.</param>
/// <param name="ArrangedLots">How many adjustments the lots' documents follow; null where nobody has looked.</param>
public sealed record ReleaseInvitation(
    LocalDateTime? Opens, LocalDate ClosesOn, LocalTime? ClosesAt, RepeatedTime? RepeatedHour, ImmutableArray<string> AdmittedSupplierIds, Caller By, Instant Now,
    int? ArrangedLots = null);

/// <summary>The invitation went out to every admitted supplier; criteria and formula are frozen.</summary>
public sealed record InvitationReleased(string RoundId, BidWindow Window, ImmutableArray<string> InvitedSupplierIds, int DocumentVersion, string DocumentSha256) : DomainEvent
{
    /// <summary>The tender documents that were released, by version and hash.</summary>
    public ImmutableArray<PinnedDocument> Documents { get; init; } = [];
}
