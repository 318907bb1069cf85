using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.People;
using Samkjop.Suppliers;

namespace Samkjop.Purchasing;

/// <summary>A bidder was no longer admitted when the window closed. It flags the bid and rejects nothing: that takes a person's decision.</summary>
/// <param name="LookedAt">When the register was read, UTC.</param>
/// <param name="Since">From when on the supplier was not admitted; null where the register names no admission at all.</param>
/// <param name="Ending">What ended the admission; null where nobody entered it.</param>
/// <param name="Reason">Why, as the qualification officer entered it.</param>
public sealed record MembershipFlag(Instant LookedAt, Instant? Since, AdmissionEnding? Ending, string? Reason);

/// <summary>A flagged bid and what was decided about it.</summary>
/// <param name="Flag">What the register said.</param>
/// <param name="Decision">Whether the bid stands; null until an officer has decided.</param>
public sealed record MembershipCheck(MembershipFlag Flag, ReasonedDecision? Decision = null);

/// <summary>The platform looks at the register when the window has closed.</summary>
/// <param name="Flag">Null where the supplier was admitted.</param>
public sealed record LookAtMembership(MembershipFlag? Flag);

/// <summary>An officer decides whether a flagged bid stands.</summary>
/// <param name="Keep">False: it is rejected.</param>
public sealed record DecideOnMembership(Caller By, bool Keep, string Reason, Instant Now);

/// <summary>A bidder was not admitted at closing, or is again after the closing moved. Sealed, since it tells who has bid.</summary>
public sealed record BidderMembershipLookedAt(string BidId, string SupplierId, bool Flagged, AdmissionEnding? Ending) : DomainEvent, ISealedUntilOpening;

/// <summary>An officer let a flagged bid stand or rejected it; the reason stays with the evaluation.</summary>
public sealed record MembershipDecided(string LotId, string BidId, bool Accepted) : DomainEvent;
