using NodaTime;
using Samkjop.Decisions;
using Samkjop.People;

namespace Samkjop.Purchasing.Fleet;

/// <summary>The agency confirms that old vehicles are gone.</summary>
/// <param name="Quantity">Vehicles.</param>
/// <param name="DisposedOn">The day on which they left the agency, Europe/Oslo.</param>
/// <param name="Evidence">What shows it, 1–500 characters.</param>
public sealed record ConfirmDisposal(string EntryId, int Quantity, LocalDate DisposedOn, DisposalManner Manner, string Evidence, Caller By, Instant Now);

/// <summary>The agency takes a confirmation back.</summary>
/// <param name="Reason">Why, 1–500 characters.</param>
public sealed record RetractDisposal(string EntryId, string Reason, Caller By, Instant Now);

/// <summary>An agency confirmed that old vehicles are gone.</summary>
public sealed record DisposalConfirmed(string NeedId, string AgencyId, string EntryId, int Quantity, LocalDate DisposedOn, DisposalManner Manner) : DomainEvent;

/// <summary>An agency took a confirmation back.</summary>
public sealed record DisposalRetracted(string NeedId, string AgencyId, string EntryId, int Quantity, string Reason) : DomainEvent;
