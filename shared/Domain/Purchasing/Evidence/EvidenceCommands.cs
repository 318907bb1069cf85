using System.Collections.Immutable;
using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing.Evidence;

/// <summary>An officer asks the proposed winner for evidence. The tax certificate is asked for by itself where the law wants it.</summary>
/// <param name="Items">What else of its ESPD it shows, each 1–500 characters, different ones.</param>
public sealed record RequestEvidence(ImmutableArray<string> Items, Caller By, Instant Now);

/// <summary>The supplier shows an item.</summary>
/// <param name="IssuedOn">The day on the certificate; required for a tax certificate.</param>
/// <param name="Reference">1–2000 characters; required where there is no document.</param>
/// <param name="Document">Uploaded before.</param>
public sealed record SupplyEvidence(string ItemId, LocalDate? IssuedOn, string? Reference, EvidenceDocument? Document, Caller By, Instant Now);

/// <summary>An officer judges what was shown; judged again, the last judgement counts.</summary>
public sealed record JudgeEvidence(string ItemId, bool Accept, string Reason, Caller By, Instant Now);
