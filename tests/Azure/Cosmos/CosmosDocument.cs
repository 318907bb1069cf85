using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>A document as the server holds it.</summary>
/// <param name="PartitionKey">The value of the container's partition property.</param>
/// <param name="Id">Its id.</param>
/// <param name="ResourceId">The server's own name for it, the same until it is deleted.</param>
/// <param name="Body">With the properties that the server adds.</param>
/// <param name="Bytes">Its size as sent, in UTF-8.</param>
/// <param name="ETag">Quoted.</param>
/// <param name="Sequence">The number of its last write within the container.</param>
/// <param name="Range">The physical partition that it lies in.</param>
/// <param name="ExpiresAt">When it is forgotten; null for never.</param>
internal sealed record CosmosDocument(
    string PartitionKey, string Id, string ResourceId, JsonObject Body, int Bytes, string ETag, long Sequence, int Range, DateTimeOffset? ExpiresAt);
