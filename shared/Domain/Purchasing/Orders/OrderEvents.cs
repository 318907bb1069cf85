using NodaTime;
using Samkjop.Decisions;

namespace Samkjop.Purchasing.Orders;

public sealed record OrderPlaced(string OrderId, string LotId, string AgencyId, string SupplierId, int Quantity) : DomainEvent;

/// <summary>Something was reported about an order.</summary>
/// <param name="EntryId">The report; one webhook or request gives one.</param>
/// <param name="Quantity">Vehicles concerned; null where none are counted.</param>
public sealed record OrderEntryRecorded(string OrderId, string EntryId, OrderEntryKind Kind, int? Quantity, OrderChannel Channel) : DomainEvent;

/// <summary>The agency has accepted every vehicle.</summary>
public sealed record OrderAccepted(string OrderId) : DomainEvent;

/// <summary>The supplier was reminded of an overdue delivery.</summary>
public sealed record SupplierReminded(string OrderId, int Number) : DomainEvent;

/// <summary>The contract manager has decided about an order.</summary>
/// <param name="Date">The new last day of delivery; null where none was accepted.</param>
/// <param name="Amount">NOK claimed of damages; null where they were not decided.</param>
public sealed record OrderRuled(string OrderId, string RulingId, OrderRulingKind Kind, LocalDate? Date, decimal? Amount) : DomainEvent;

/// <summary>The order was cancelled before anything was delivered.</summary>
/// <param name="Released">Vehicles that are no longer ordered.</param>
public sealed record OrderCancelled(string OrderId, int Released) : DomainEvent;

/// <summary>The order was terminated; what was delivered is kept.</summary>
/// <param name="Released">Vehicles that are no longer ordered.</param>
public sealed record OrderTerminated(string OrderId, TerminationGround Ground, int Released) : DomainEvent;

/// <summary>Contract manager and officers were told that an order does not move.</summary>
/// <param name="Day">The local day that brought it.</param>
public sealed record OrderEscalated(string OrderId, OrderEscalationKind Kind, LocalDate Day) : DomainEvent;
