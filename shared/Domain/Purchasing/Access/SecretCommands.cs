using NodaTime;
using Samkjop.Audit;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing.Access;

/// <summary>A supplier marks what is secret in a document of its bid.</summary>
public sealed record MarkSecret(string DocumentId, string Reason, Caller By, Instant Now);

/// <summary>An officer asks the supplier for a copy without secrets.</summary>
public sealed record DemandRedactedCopy(string DocumentId, string Reason, Caller By, Instant Now);

/// <summary>A supplier gives a copy without secrets.</summary>
/// <param name="FileName">With its extension.</param>
/// <param name="Size">Bytes, as the store has it.</param>
/// <param name="Sha256">As the store has it.</param>
/// <param name="Blob">Where it lies.</param>
public sealed record GiveRedactedCopy(string DocumentId, string FileName, long Size, string Sha256, string Blob, Caller By, Instant Now);

/// <summary>Sealed, since it tells who has bid.</summary>
public sealed record BusinessSecretMarked(string BidId, string SupplierId, string DocumentId, string Reason) : DomainEvent, ISealedUntilOpening;

public sealed record RedactedCopyDemanded(string BidId, string SupplierId, string DocumentId, string Reason) : DomainEvent;

/// <summary>Sealed, since it tells who has bid.</summary>
public sealed record RedactedCopyGiven(string BidId, string SupplierId, string DocumentId, string Sha256) : DomainEvent, ISealedUntilOpening;
