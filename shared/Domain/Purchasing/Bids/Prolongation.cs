using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing;

/// <summary>A bidder said in writing that it stands by its bid for longer. Nothing else of the bid changes.</summary>
/// <param name="Until">The last local day from then on.</param>
/// <param name="By">The supplier user's subject.</param>
/// <param name="At">When.</param>
public sealed record Prolongation(LocalDate Until, string By, Instant At);

/// <summary>A supplier prolongs its bid for a lot.</summary>
public sealed record ProlongBid(Caller By, LocalDate Until, Instant Now);

/// <summary>A bidder stands by its bid for longer.</summary>
public sealed record BidProlonged(string LotId, string BidId) : DomainEvent;
