using Samkjop.Azure;
using Samkjop.Ports;

namespace Samkjop.Tests.Azure.Cosmos;

public sealed class CosmosContainersTests
{
    [Fact]
    public void Each_container_of_the_port_has_its_partition_its_index_and_its_lifetime()
    {
        Assert.Equal([.. Containers.All.Select(c => c.Name), "leases"], CosmosContainers.All.Select(c => c.Name));
        var requests = CosmosContainers.All.Single(c => c.Name == Containers.Requests);

        Assert.Equal(("/callerId", 7 * 86_400), (requests.PartitionKeyPath, requests.DefaultTimeToLive));
        Assert.Equal(["/kind/?", "/mark/?", "/callerId/?"], requests.IncludedPaths);
        Assert.Equal(["/*"], requests.ExcludedPaths);
        Assert.Equal(["/kind", "/callerId", "/id"], Assert.Single(requests.CompositeIndexes));
    }

    [Theory]
    [InlineData(Containers.Rounds, null)]
    [InlineData(Containers.Suppliers, -1)]
    [InlineData(Containers.Requests, 604_800)]
    [InlineData(CosmosContainers.Leases, null)]
    public void Documents_expire_where_the_port_says_so(string container, int? seconds) =>
        Assert.Equal(seconds, CosmosContainers.All.Single(c => c.Name == container).DefaultTimeToLive);
}
