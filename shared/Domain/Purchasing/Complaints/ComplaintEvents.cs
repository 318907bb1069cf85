using Samkjop.Decisions;

namespace Samkjop.Purchasing.Complaints;

/// <summary>A complaint was made or recorded; what it says stays with it.</summary>
/// <param name="Waits">Whether the contract waits for it.</param>
public sealed record ComplaintReceived(string LotId, string ComplaintId, ComplaintKind MadeTo, string SupplierId, bool Waits) : DomainEvent;

/// <summary>An officer let the contract wait, or no longer; the reason stays with the complaint.</summary>
public sealed record ComplaintWaitingChanged(string LotId, string ComplaintId, bool Waits) : DomainEvent;

/// <summary>A complaint was decided, or the board's or court's answer was recorded; the reason stays with it.</summary>
public sealed record ComplaintConcluded(string LotId, string ComplaintId, ComplaintKind MadeTo, ComplaintOutcome Outcome) : DomainEvent;
