using NodaTime;

namespace Samkjop.Purchasing.Orders;

/// <summary>Something is reported about an order by the supplier, its system, or the contract manager on its behalf.</summary>
/// <param name="EntryId">The webhook's id, or derived from caller and key; a repeated id counts once.</param>
/// <param name="Kind">Confirmed, declined, dispatched, delayed or delivered.</param>
/// <param name="Quantity">Vehicles, 1 to the order's quantity; null: all that are left.</param>
/// <param name="By">Who reports.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Note">At most 2000 characters; required of a supplier that rejects the order.</param>
/// <param name="Evidence">What the contract manager refers to; required of one, 1–2000 characters.</param>
/// <param name="Now">When the platform received it.</param>
/// <param name="DelayedUntil">The local day that a delay lasts until, after the last day of delivery; only with delayed.</param>
/// <param name="HappenedOn">The local day that it happened, from placement to today; only from the contract manager.</param>
public sealed record RecordEntry(
    string EntryId, OrderEntryKind Kind, int? Quantity, string By, OrderChannel Channel, string? Note, string? Evidence, Instant Now,
    LocalDate? DelayedUntil = null, LocalDate? HappenedOn = null);

/// <summary>The agency accepts or rejects delivered vehicles.</summary>
/// <param name="EntryId">Derived from caller and key.</param>
/// <param name="Accepted">False: rejected, to be delivered again.</param>
/// <param name="Quantity">Vehicles of those delivered and not yet accepted; null: all of them.</param>
/// <param name="Reason">Required with a rejection, at most 2000 characters.</param>
/// <param name="By">Need reporter or budget holder of the agency.</param>
/// <param name="Now">When.</param>
public sealed record JudgeDelivery(string EntryId, bool Accepted, int? Quantity, string? Reason, string By, Instant Now);

/// <summary>The agency agrees that its order is cancelled.</summary>
/// <param name="EntryId">Derived from caller and key.</param>
/// <param name="Reason">Why, 1–2000 characters.</param>
/// <param name="By">Budget holder of the agency.</param>
/// <param name="Now">When.</param>
public sealed record AgreeToCancel(string EntryId, string? Reason, string By, Instant Now);

/// <summary>The contract manager decides about an order.</summary>
/// <param name="RulingId">Derived from caller and key; a repeated id counts once.</param>
/// <param name="Kind">What is decided.</param>
/// <param name="Reason">Why, 1–2000 characters; supplier and agency read it.</param>
/// <param name="By">The contract manager's subject.</param>
/// <param name="Now">When.</param>
public sealed record RuleOnOrder(string RulingId, OrderRulingKind Kind, string? Reason, string By, Instant Now)
{
    /// <summary>The new last day of delivery; required with an accepted date.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>Whether damages run from the new day.</summary>
    public bool WithoutDamages { get; init; }

    /// <summary>Required with a termination.</summary>
    public TerminationGround? Ground { get; init; }

    /// <summary>NOK claimed, above 0 and at most what is calculated, in whole øre; null: all of it.</summary>
    public decimal? Amount { get; init; }
}
