using NodaTime;
using Samkjop.Calendar;

namespace Samkjop.Purchasing;

/// <param name="EntryId">Id of the report: the webhook's id, or derived from caller and key. Repeated ids count once.</param>
/// <param name="Kind">What was reported.</param>
/// <param name="Quantity">Vehicles concerned; null where it means all.</param>
/// <param name="ReportedAt">When the platform received it.</param>
/// <param name="By">Who reported.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Note">What the supplier or the agency adds; required when the supplier rejects the order or the agency a delivery.</param>
/// <param name="Evidence">What the contract manager refers to; required when entered on the supplier's behalf.</param>
/// <param name="DelayedUntil">The local day that a delay is announced until; null otherwise, or where no day is given.</param>
/// <param name="HappenedOn">The local day that it happened, where the contract manager can show another than that of the report.</param>
public sealed record OrderEntry(
    string EntryId, OrderEntryKind Kind, int? Quantity, Instant ReportedAt, string By, OrderChannel Channel, string? Note = null, string? Evidence = null,
    LocalDate? DelayedUntil = null, LocalDate? HappenedOn = null)
{
    /// <summary>The local day that it counts from, Europe/Oslo.</summary>
    internal LocalDate Day => HappenedOn ?? OsloTime.DateOf(ReportedAt);
}

/// <summary>What can be reported about an order. Wire format.</summary>
public enum OrderEntryKind
{
    Confirmed,
    Dispatched,
    Delayed,
    Delivered,

    /// <summary>The agency accepts delivered vehicles.</summary>
    Accepted,

    /// <summary>The agency rejects delivered vehicles, to be delivered again.</summary>
    Rejected,

    /// <summary>The supplier rejects the order itself (<c>order.rejected</c>).</summary>
    Declined,

    /// <summary>The agency agrees that the order is cancelled.</summary>
    CancellationAgreed,
}

public enum OrderChannel
{
    Webhook,
    SupplierUser,
    ContractManager,
    Agency,
}
