using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing.Access;

/// <summary>A request for access is entered: by an officer for anybody, or by a supplier's user for the supplier.</summary>
/// <param name="RequestId">Derived from caller and key.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="ReceivedAt">When it reached the municipality; not in the future.</param>
/// <param name="RecordIds">The documents asked for.</param>
public sealed record RegisterAccessRequest(
    string RequestId, AccessRequester Requester, Instant ReceivedAt, ImmutableArray<string> RecordIds, Caller By, Instant Now);

/// <summary>An officer answers for one document.</summary>
/// <param name="RecordId">The document.</param>
/// <param name="Outcome">Granted, partly or refused.</param>
/// <param name="LegalBasis">Required for what is not given in full.</param>
/// <param name="Reason">Required for what is not given in full, and for what its supplier says is secret.</param>
public sealed record DecideAccess(string RecordId, AccessOutcome Outcome, string? LegalBasis, string? Reason, Caller By, Instant Now);

/// <summary>What is known of a document that is asked for.</summary>
/// <param name="RecordId">The document.</param>
/// <param name="Kind">What it is.</param>
/// <param name="MarkedSecret">Whether its supplier says that it holds business secrets.</param>
/// <param name="HasRedacted">Whether there is a copy without them of everything that is marked.</param>
/// <param name="Exists">False: it was asked for by a name that turned out to be nothing's.</param>
public sealed record AskedRecord(string RecordId, RecordKind Kind, bool MarkedSecret = false, bool HasRedacted = false, bool Exists = true);

public sealed record AccessRequested(string RequestId, RequesterKind Requester, ImmutableArray<string> RecordIds, Instant ReceivedAt, Instant AnswerBy, Instant RefusedFrom) : DomainEvent;

/// <summary>Documents are exempt until the award: refused for now, answered anew after it.</summary>
public sealed record AccessDeferred(string RequestId, ImmutableArray<string> RecordIds, string LegalBasis) : DomainEvent;

/// <summary>The award is made: what was put off is to be answered.</summary>
public sealed record AccessResumed(string RequestId, ImmutableArray<string> RecordIds, Instant AnswerBy) : DomainEvent;

public sealed record AccessDecided(string RequestId, string RecordId, AccessOutcome Outcome, string? LegalBasis, string? Reason) : DomainEvent;

/// <summary>Officers were reminded that an answer is due.</summary>
/// <param name="CountsAsRefused">Whether silence counts as a refusal by now (offentleglova § 32).</param>
public sealed record AccessReminded(string RequestId, int Number, bool CountsAsRefused) : DomainEvent;

/// <summary>Somebody was given what was decided to be given: recorded before the answer goes out.</summary>
public sealed record AccessGiven(string RequestId, string RecordId, bool Redacted) : DomainEvent;
