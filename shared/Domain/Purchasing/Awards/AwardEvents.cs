using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Awards;

public sealed record AwardProposed(string LotId, string BidId, string SupplierId) : DomainEvent;

/// <summary>The decider did not approve; the lot awaits another proposal.</summary>
public sealed record AwardProposalReturned(string LotId, string BidId, string SupplierId) : DomainEvent;

public sealed record AwardDecided(string LotId, string BidId, string SupplierId) : DomainEvent;

/// <summary>Every bidder's letter became readable at the same instant (FOA § 25-1).</summary>
public sealed record AwardLettersSent(string LotId, ImmutableArray<string> Recipients, Instant? StandstillEnds) : DomainEvent;

public sealed record StandstillEnded(string LotId) : DomainEvent;

public sealed record ContractSigned(string LotId, ContractParty Party) : DomainEvent;

/// <summary>The buyer annulled its own award before the contract; the reason stays with the lot.</summary>
/// <param name="Reevaluate">Whether the bids are evaluated again.</param>
public sealed record AwardAnnulled(string LotId, string BidId, string SupplierId, bool Reevaluate) : DomainEvent;

/// <summary>A bid that was to win no longer can.</summary>
/// <param name="NextBidId">The next in rank; null when there is none and the lot ends without an award.</param>
public sealed record WinnerSetAside(string LotId, string BidId, string SupplierId, SetAsideCause Cause, string? NextBidId) : DomainEvent;

/// <summary>The contract cannot be signed while these complaints stand.</summary>
public sealed record LotSuspended(string LotId, ImmutableArray<string> ComplaintIds) : DomainEvent;

/// <summary>No complaint keeps the contract from being signed any more.</summary>
public sealed record LotResumed(string LotId) : DomainEvent;

/// <param name="Number">How many periods have passed.</param>
/// <param name="Missing">Who has not signed.</param>
public sealed record SignatureReminded(string LotId, int Number, ImmutableArray<ContractParty> Missing) : DomainEvent;

public sealed record OrdersPlaced(string LotId, ImmutableArray<string> OrderIds) : DomainEvent;

/// <summary>Every order of the lot has ended.</summary>
public sealed record LotEnded(string LotId) : DomainEvent;

/// <summary>Every lot has come as far as orders; the round follows them from here.</summary>
public sealed record DeliveriesBegan : DomainEvent;

/// <summary>Every order has ended and the protocol is complete.</summary>
/// <param name="ProtocolSha256">Hash of the protocol as stored, lower-case hexadecimal.</param>
public sealed record RoundClosed(string ProtocolSha256) : DomainEvent;
