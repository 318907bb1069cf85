using Samkjop.Audit;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <param name="Anew">Begun again after a withdrawal.</param>
public sealed record BidStarted(string BidId, string SupplierId, bool Anew) : DomainEvent, ISealedUntilOpening;

public sealed record BidDocumentAnnounced(string BidId, string DocumentId, BidDocumentPurpose Purpose, string? LotId) : DomainEvent, ISealedUntilOpening;

/// <summary>A receipt was given: for what was kept, or for what was not and why.</summary>
public sealed record BidDocumentReceived(string BidId, string DocumentId, BidReceipt Receipt) : DomainEvent, ISealedUntilOpening;

public sealed record BidWithdrawn(string BidId, string SupplierId) : DomainEvent, ISealedUntilOpening;

/// <param name="Sheets">How many sheets it held.</param>
/// <param name="Unreadable">How many of them could not be read.</param>
public sealed record BidOpened(string BidId, string SupplierId, int Sheets, int Unreadable) : DomainEvent;

/// <summary>Nothing of the bid was in the closing manifest.</summary>
public sealed record BidFoundEmpty(string BidId, string SupplierId) : DomainEvent;

/// <summary>A supplier was refused something about a bid: recorded before the answer goes out. Sealed, since it hints at who bids.</summary>
/// <param name="Function">The endpoint.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Code">The refusal's code.</param>
public sealed record SupplierAttemptRefused(string Function, string Subject, string Code) : DomainEvent, ISealedUntilOpening;
