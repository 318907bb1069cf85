namespace Samkjop.Azure;

/// <summary>What carries requests to Cosmos DB; registered only where it is not the network.</summary>
/// <param name="Handler">Sends them; not disposed of with the client.</param>
public sealed record CosmosTransport(HttpMessageHandler Handler);
