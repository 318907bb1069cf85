using System.Text.Json.Nodes;
using Samkjop.Azure;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>
/// A Cosmos DB account in this process, behind an <see cref="HttpMessageHandler"/> that the real SDK sends to. A double: it does what the app's
/// adapter asks for and refuses the rest, it keeps nothing, it has two physical partitions that never split, one region, strong consistency, and it
/// believes every key and token. Its charges are a model (<see cref="CosmosRequestUnits"/>).
/// </summary>
public sealed class CosmosServer
{
    /// <summary>Any key will do.</summary>
    private const string Key = "c2Fta2pvcA==";

    private readonly IReadOnlyList<CosmosContainerDouble> _containers;
    private readonly Lazy<HttpMessageHandler> _handler;

    /// <param name="clock">What documents expire by.</param>
    /// <param name="containers">What the account holds; <see cref="CosmosContainers.All"/> unless told.</param>
    /// <param name="ranges">Physical partitions of each container.</param>
    public CosmosServer(TimeProvider clock, IReadOnlyList<CosmosContainer>? containers = null, int ranges = 2)
    {
        _containers = [.. (containers ?? CosmosContainers.All).Select((container, number) => new CosmosContainerDouble(container, number, ranges, clock))];
        _handler = new(() => new CosmosHandler(this, new CosmosRouter(_containers, Endpoint, RequestUnits)));
    }

    /// <summary>An address that leads nowhere but here.</summary>
    public Uri Endpoint { get; } = new("http://cosmos.invalid:8081/");

    /// <summary>The value of setting <c>Cosmos</c>, in Development.</summary>
    public string ConnectionString => $"AccountEndpoint={Endpoint};AccountKey={Key};";

    /// <summary>How charges are reckoned.</summary>
    public CosmosRequestUnits RequestUnits { get; } = new();

    /// <summary>What goes wrong.</summary>
    public CosmosFaults Faults { get; } = new();

    /// <summary>What was asked.</summary>
    public CosmosRequestLog Log { get; } = new();

    /// <summary>Everything that is kept now, for a test to look at past the SDK; not while requests run.</summary>
    internal IEnumerable<(string Container, string PartitionKey, JsonObject Body)> Documents() =>
        _containers.SelectMany(container => container.Live.Select(document => (container.Definition.Name, document.PartitionKey, document.Body)));

    /// <summary>Takes the SDK's requests; to be registered as a <see cref="CosmosTransport"/>.</summary>
    public CosmosTransport Transport => new(_handler.Value);
}
