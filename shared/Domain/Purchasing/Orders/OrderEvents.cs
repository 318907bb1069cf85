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
