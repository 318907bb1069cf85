using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Ports;

namespace Samkjop.Purchasing;

/// <summary>What one agency orders from the winner of a lot (avrop under the round's contract).</summary>
public sealed record Order : IAggregate<Order>
{
    public static string Container => Containers.Rounds;

    public static string Kind => "order";

    public static int SchemaVersion => 1;

    public required string RoundId { get; init; }

    /// <summary><c>order-{lot}-{agency}</c>, such as <c>order-lot-1-bym</c>.</summary>
    public required string OrderId { get; init; }

    public required string LotId { get; init; }

    public required string AgencyId { get; init; }

    public required string SupplierId { get; init; }

    public required string Model { get; init; }

    public required int Quantity { get; init; }

    /// <summary>NOK per vehicle on the contract's price basis.</summary>
    public required decimal UnitPrice { get; init; }

    public required Instant PlacedAt { get; init; }

    /// <summary>Last local day of delivery by the contract.</summary>
    public required LocalDate DeliverBy { get; init; }

    public required OrderState State { get; init; }

    /// <summary>What has been reported about it, oldest first, at most 200.</summary>
    public ImmutableArray<OrderEntry> Entries { get; init; } = [];

    /// <summary>Vehicles delivered and not rejected.</summary>
    public int DeliveredQuantity { get; init; }

    /// <summary>Vehicles that the agency has accepted.</summary>
    public int AcceptedQuantity { get; init; }

    /// <summary>Reminders sent to the supplier because delivery is overdue, oldest first, at most <see cref="Orders.Overdue.MaxReminders"/>.</summary>
    public ImmutableArray<OrderReminder> Reminders { get; init; } = [];

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public string Id => OrderId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger, HasEnded ? Marks.Closed : Marks.Open);

    /// <summary>Nothing more is awaited: accepted or cancelled.</summary>
    [JsonIgnore]
    public bool HasEnded => State is OrderState.Accepted or OrderState.Cancelled;

    /// <summary>The id of the orchestration that follows this order.</summary>
    public static string InstanceId(string roundId, string orderId) => $"{Round.InstanceId(roundId)}.{orderId}";

    public Order With(Ledger ledger) => this with { Ledger = ledger };
}

/// <param name="Number">From 1.</param>
/// <param name="At">When it was sent.</param>
public sealed record OrderReminder(int Number, Instant At);

public enum OrderState
{
    Placed,
    Confirmed,
    Dispatched,

    /// <summary>All vehicles are delivered; the agency's acceptance is awaited.</summary>
    Delivered,
    Accepted,
    Cancelled,
}

/// <param name="EntryId">Id of the report: the webhook's id, or derived from caller and key. Repeated ids count once.</param>
/// <param name="Kind">What was reported.</param>
/// <param name="Quantity">Vehicles concerned; null where it means all.</param>
/// <param name="ReportedAt">When the platform received it.</param>
/// <param name="By">Who reported.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Evidence">What the contract manager refers to; required when entered on the supplier's behalf.</param>
public sealed record OrderEntry(
    string EntryId, OrderEntryKind Kind, int? Quantity, Instant ReportedAt, string By, OrderChannel Channel, string? Note = null, string? Evidence = null);

public enum OrderEntryKind
{
    Confirmed,
    Dispatched,
    Delayed,
    Delivered,
    Accepted,
    Rejected,
}

public enum OrderChannel
{
    Webhook,
    SupplierUser,
    ContractManager,
    Agency,
}
