using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Evidence;

/// <param name="Items">How many items were asked for.</param>
public sealed record EvidenceRequested(string LotId, string BidId, string SupplierId, int Items, Instant DueBy) : DomainEvent;

/// <summary>The supplier showed an item; what it showed stays with the evidence.</summary>
public sealed record EvidenceSupplied(string LotId, string BidId, string SupplierId, string ItemId) : DomainEvent;

/// <summary>An officer judged an item; the reason stays with the evidence.</summary>
public sealed record EvidenceJudged(string LotId, string BidId, string SupplierId, string ItemId, bool Accepted) : DomainEvent;
