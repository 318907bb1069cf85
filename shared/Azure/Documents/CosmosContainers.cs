using Samkjop.Ports;

namespace Samkjop.Azure;

/// <summary>
/// The containers that the app expects in database <see cref="AzureSections.Database"/>; the infrastructure creates them, and a test compares.
/// The account's consistency is to be <see cref="Consistency"/>.
/// </summary>
public static class CosmosContainers
{
    /// <summary>The container in which change-feed triggers keep their leases.</summary>
    public const string Leases = "leases";

    /// <summary>
    /// A nudged orchestrator reads on one machine what a request wrote on another. Session consistency does not reach across machines, so that it might
    /// read what was before, and wait for the sweep. Strong reads cost twice as much, and the account has one region, where they cost no time.
    /// </summary>
    public const string Consistency = "Strong";

    /// <summary>Every container, the leases included.</summary>
    public static IReadOnlyList<CosmosContainer> All { get; } = [.. Containers.All.Select(Of), LeaseContainer];

    private static CosmosContainer LeaseContainer => new(Leases, "/id", DefaultTimeToLive: null, ["/*"], ["/\"_etag\"/?"], []);

    /// <summary>
    /// Documents are found by id, or listed by kind, perhaps by mark, in the order of partition and id. Every list orders by the three paths of the one
    /// composite index, which more than one path in an ORDER BY requires; read backwards it serves the descending order. Nothing else is indexed:
    /// each indexed path is paid for with every write. Cosmos DB indexes <c>id</c> by itself, the partition key it does not.
    /// </summary>
    private static CosmosContainer Of(ContainerDefinition container) => new(
        container.Name,
        $"/{container.PartitionProperty}",
        container.TimeToLive switch
        {
            null => null,
            { } only when only == TimeSpan.MaxValue => -1,
            { } time => (int)time.TotalSeconds,
        },
        ["/kind/?", "/mark/?", $"/{container.PartitionProperty}/?"],
        ["/*"],
        [["/kind", $"/{container.PartitionProperty}", "/id"]]);
}
