using NodaTime;

namespace Samkjop.Purchasing.Orders;

/// <summary>Something is reported about an order by the supplier, its system, or the contract manager on its behalf.</summary>
/// <param name="EntryId">The webhook's id, or derived from caller and key; a repeated id counts once.</param>
/// <param name="Kind">Confirmed, dispatched, delayed or delivered.</param>
/// <param name="Quantity">Vehicles, 1 to the order's quantity; null: all that are left.</param>
/// <param name="By">Who reports.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Note">At most 2000 characters.</param>
/// <param name="Evidence">What the contract manager refers to; required of one, 1–2000 characters.</param>
/// <param name="Now">When the platform received it.</param>
public sealed record RecordEntry(
    string EntryId, OrderEntryKind Kind, int? Quantity, string By, OrderChannel Channel, string? Note, string? Evidence, Instant Now);

/// <summary>The agency accepts or rejects delivered vehicles.</summary>
/// <param name="EntryId">Derived from caller and key.</param>
/// <param name="Accepted">False: rejected, to be delivered again.</param>
/// <param name="Quantity">Vehicles of those delivered and not yet accepted; null: all of them.</param>
/// <param name="Reason">Required with a rejection, at most 2000 characters.</param>
/// <param name="By">Need reporter or budget holder of the agency.</param>
/// <param name="Now">When.</param>
public sealed record JudgeDelivery(string EntryId, bool Accepted, int? Quantity, string? Reason, string By, Instant Now);
