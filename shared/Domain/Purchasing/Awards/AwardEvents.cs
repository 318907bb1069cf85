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

public sealed record OrdersPlaced(string LotId, ImmutableArray<string> OrderIds) : DomainEvent;

/// <summary>Every order of the lot has ended.</summary>
public sealed record LotEnded(string LotId) : DomainEvent;

/// <summary>Every lot has come as far as orders; the round follows them from here.</summary>
public sealed record DeliveriesBegan : DomainEvent;

/// <summary>Every order has ended and the protocol is complete.</summary>
/// <param name="ProtocolSha256">Hash of the protocol as stored, lower-case hexadecimal.</param>
public sealed record RoundClosed(string ProtocolSha256) : DomainEvent;
