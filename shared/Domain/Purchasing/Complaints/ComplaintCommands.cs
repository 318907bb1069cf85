using NodaTime;
using Samkjop.People;

namespace Samkjop.Purchasing.Complaints;

/// <summary>A supplier's person complains to the buyer.</summary>
/// <param name="ComplaintId">Derived from the request.</param>
/// <param name="Grounds">1–10 000 characters.</param>
/// <param name="IsRepeated">Whether the supplier has an open complaint to the buyer about this award.</param>
public sealed record FileComplaint(string ComplaintId, string Grounds, Caller By, Instant Now, bool IsRepeated = false);

/// <summary>An officer records a complaint that came by letter, or that was made to the board or a court.</summary>
/// <param name="ComplaintId">Derived from the request.</param>
/// <param name="SupplierId">Who complains; invited to the round.</param>
/// <param name="ReceivedAt">When it reached the buyer: after the letters, not ahead.</param>
/// <param name="Grounds">1–10 000 characters.</param>
/// <param name="Waits">Whether the contract waits; only for the board. To the buyer the round's settings decide, a court always stops.</param>
/// <param name="Reference">Case number; required for a court.</param>
public sealed record RecordComplaint(
    string ComplaintId, ComplaintKind MadeTo, string SupplierId, Instant ReceivedAt, string Grounds, bool Waits, string? Reference, Caller By, Instant Now);

/// <summary>An officer lets the contract wait for a complaint, or no longer.</summary>
/// <param name="Reason">1–4000 characters.</param>
public sealed record SetWaiting(bool Waits, string Reason, Caller By, Instant Now);

/// <summary>An officer or decider decides a complaint to the buyer, or records what the board advised or the court ruled.</summary>
/// <param name="Reason">1–4000 characters.</param>
public sealed record ConcludeComplaint(ComplaintOutcome Outcome, string Reason, Caller By, Instant Now);
