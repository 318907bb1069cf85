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

    /// <summary>Last local day of delivery by the contract; <see cref="DueDate"/> is the one that holds.</summary>
    public required LocalDate DeliverBy { get; init; }

    public required OrderState State { get; init; }

    /// <summary>What has been reported about it, oldest first, at most 200.</summary>
    public ImmutableArray<OrderEntry> Entries { get; init; } = [];

    /// <summary>What the contract manager has decided about it, oldest first, at most <see cref="Orders.Rulings.MaxRulings"/>.</summary>
    public ImmutableArray<OrderRuling> Rulings { get; init; } = [];

    /// <summary>What the contract says of delays.</summary>
    public OrderTerms Terms { get; init; } = OrderTerms.Default;

    /// <summary>The needs that it meets.</summary>
    public ImmutableArray<string> NeedIds { get; init; } = [];

    /// <summary>Vehicles delivered and not rejected.</summary>
    public int DeliveredQuantity { get; init; }

    /// <summary>Vehicles that the agency has accepted.</summary>
    public int AcceptedQuantity { get; init; }

    /// <summary>Reminders sent to the supplier because delivery is overdue, oldest first, at most <see cref="Orders.Overdue.MaxReminders"/>.</summary>
    public ImmutableArray<OrderReminder> Reminders { get; init; } = [];

    /// <summary>What the contract manager and the officers were told because nothing moved, oldest first.</summary>
    public ImmutableArray<OrderEscalation> Escalations { get; init; } = [];

    public Ledger Ledger { get; init; } = Ledger.Empty;

    public string Id => OrderId;

    public string PartitionKey => RoundId;

    public string? Mark => Marks.Of(Ledger, HasEnded ? Marks.Closed : Marks.Open);

    /// <summary>Nothing more is awaited: accepted, cancelled, or terminated with every delivered vehicle judged.</summary>
    [JsonIgnore]
    public bool HasEnded => State is OrderState.Accepted or OrderState.Cancelled || (State is OrderState.Terminated && DeliveredQuantity == AcceptedQuantity);

    /// <summary>Vehicles that the supplier no longer delivers: the agency reports them as needs of another round where it still wants them.</summary>
    [JsonIgnore]
    public int ReleasedQuantity => State is OrderState.Cancelled or OrderState.Terminated ? Quantity - DeliveredQuantity : 0;

    /// <summary>Vehicles that are still to be delivered.</summary>
    [JsonIgnore]
    public int RemainingQuantity => Quantity - DeliveredQuantity - ReleasedQuantity;

    /// <summary>Last local day of delivery as it stands: the contract's, or the one accepted last.</summary>
    [JsonIgnore]
    public LocalDate DueDate => Rulings.LastOrDefault(ruling => ruling.Kind is OrderRulingKind.DateAccepted)?.Date ?? DeliverBy;

    /// <summary>The local day that damages are counted from: the contract's, or the last one accepted without damages.</summary>
    [JsonIgnore]
    public LocalDate DamagesFrom =>
        Rulings.LastOrDefault(ruling => ruling is { Kind: OrderRulingKind.DateAccepted, WithoutDamages: true })?.Date ?? DeliverBy;

    /// <summary>The day that a delay is announced until, the latest of several whatever order they came in; null for none.</summary>
    [JsonIgnore]
    public LocalDate? DelayedUntil => Entries.Max(entry => entry.DelayedUntil);

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

    /// <summary>Nothing was delivered, and nothing will be.</summary>
    Cancelled,

    /// <summary>The supplier rejects the order; the contract manager is awaited.</summary>
    Rejected,

    /// <summary>Terminated (heving): what was delivered is kept, nothing more is taken.</summary>
    Terminated,
}

/// <param name="Kind">Why.</param>
/// <param name="Day">The local day that brought it.</param>
/// <param name="At">When it was told.</param>
public sealed record OrderEscalation(OrderEscalationKind Kind, LocalDate Day, Instant At);

/// <summary>Why the contract manager and the officers were told. Wire format.</summary>
public enum OrderEscalationKind
{
    /// <summary>Overdue by the number of days that the settings name.</summary>
    Overdue,

    /// <summary>Damages of a missing vehicle have reached their cap.</summary>
    DamagesCap,
}
