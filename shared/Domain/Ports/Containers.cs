namespace Samkjop.Ports;

/// <summary>The containers of the document store and what each is partitioned by.</summary>
public static class Containers
{
    /// <summary>Rounds with needs, lots, bids, receipts, manifests, evaluations, orders and audit entries, each its own document; partition <c>/roundId</c>.</summary>
    public const string Rounds = "rounds";

    /// <summary>The calendar of planned rounds; partition <c>/roundId</c>.</summary>
    public const string Plans = "plans";

    /// <summary>Suppliers, their admissions and their inbox of received webhook ids; partition <c>/supplierId</c>.</summary>
    public const string Suppliers = "suppliers";

    /// <summary>Agencies of the municipality; partition <c>/agencyId</c>.</summary>
    public const string Agencies = "agencies";

    /// <summary>Purchasing systems (DPS); partition <c>/purchasingSystemId</c>.</summary>
    public const string PurchasingSystems = "purchasingSystems";

    /// <summary>Outbound messages; partition <c>/roundId</c>.</summary>
    public const string Deliveries = "deliveries";

    /// <summary>What the platform knows of itself, and what it has published, by process; partition <c>/part</c>.</summary>
    public const string Platform = "platform";

    /// <summary>Answers given to requests with an Idempotency-Key; partition <c>/callerId</c>, kept for <see cref="RequestsTimeToLive"/>.</summary>
    public const string Requests = "requests";

    /// <summary>How long the answer to an Idempotency-Key is remembered.</summary>
    public static readonly TimeSpan RequestsTimeToLive = TimeSpan.FromDays(7);

    /// <summary>Every container with the JSON property that it is partitioned by and its default time to live.</summary>
    public static IReadOnlyList<ContainerDefinition> All { get; } =
    [
        new(Rounds, "roundId"),
        new(Plans, "roundId"),
        new(Suppliers, "supplierId", TimeToLive: TimeSpan.MaxValue),
        new(Agencies, "agencyId"),
        new(PurchasingSystems, "purchasingSystemId"),
        new(Deliveries, "roundId"),
        new(Platform, "part"),
        new(Requests, "callerId", TimeToLive: RequestsTimeToLive),
    ];
}

/// <param name="Name">The container's name.</param>
/// <param name="PartitionProperty">The JSON property that holds the partition key.</param>
/// <param name="TimeToLive">Null: documents never expire. <see cref="TimeSpan.MaxValue"/>: only those with a <c>ttl</c> of their own expire.</param>
public sealed record ContainerDefinition(string Name, string PartitionProperty, TimeSpan? TimeToLive = null);
