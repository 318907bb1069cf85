using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing;

/// <summary>What was received before closing is fixed by its hash.</summary>
public sealed record ClosingManifestFixed(Instant Closes, string Sha256) : DomainEvent;

/// <param name="Approvals">How many openers have agreed by now.</param>
/// <param name="Needed">How many must.</param>
public sealed record OpeningApproved(string Opener, int Approvals, int Needed) : DomainEvent;

public sealed record BidsOpened(string ManifestSha256, int Documents) : DomainEvent;

public sealed record ImpartialityDeclared(string Subject, bool Impartial) : DomainEvent;

/// <summary>Somebody read bids or what was made of them: recorded before the answer goes out.</summary>
/// <param name="Function">The endpoint.</param>
/// <param name="Subject">What was read: a bid's or lot's id, or <c>bids</c> for a list.</param>
public sealed record BidsRead(string Function, string Subject) : DomainEvent;
