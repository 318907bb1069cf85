using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Samkjop.Azure;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>
/// The documents of one container, in as many physical partitions as the server has. What is expired is not there. Every write is answered for by a
/// number that grows over the container, which is the order of its change feed; the real one promises that order within a partition key only.
/// </summary>
internal sealed class CosmosContainerDouble(CosmosContainer definition, int number, int ranges, TimeProvider clock)
{
    private const int MaxBytes = 2 * 1024 * 1024;

    private readonly Dictionary<(string PartitionKey, string Id), CosmosDocument> _documents = [];
    private long _sequence;
    private long _created;

    public CosmosContainer Definition => definition;

    public int Number => number;

    public int Ranges => ranges;

    public string ResourceId { get; } = CosmosResourceIds.Container(number);

    public long Sequence => _sequence;

    public IEnumerable<CosmosDocument> Live => _documents.Values.Where(IsLive);

    public CosmosDocument? Find(string partitionKey, string id) =>
        _documents.TryGetValue((partitionKey, id), out var found) && IsLive(found) ? found : null;

    public CosmosDocument Create(string partitionKey, byte[] body)
    {
        var (document, id) = Checked(partitionKey, body);
        return Find(partitionKey, id) is null
            ? Write(partitionKey, id, CosmosResourceIds.Document(number, ++_created), document, body.Length)
            : throw new CosmosRefusal(HttpStatusCode.Conflict, "Entity with the specified id already exists in the system.");
    }

    public CosmosDocument Replace(string partitionKey, string id, byte[] body, string? ifMatch)
    {
        var (document, bodyId) = Checked(partitionKey, body);
        if (bodyId != id)
        {
            throw new CosmosRefusal(HttpStatusCode.BadRequest, "The id of a document cannot be changed.");
        }

        return Write(partitionKey, id, Matching(partitionKey, id, ifMatch).ResourceId, document, body.Length);
    }

    public CosmosDocument Delete(string partitionKey, string id, string? ifMatch)
    {
        var found = Matching(partitionKey, id, ifMatch);
        _documents.Remove((partitionKey, id));
        _sequence++;
        return found;
    }

    /// <summary>Which physical partition a key lies in; stable, and scattered over all.</summary>
    public int RangeOf(string partitionKey) =>
        (int)(Encoding.UTF8.GetBytes(partitionKey).Aggregate(2166136261u, static (hash, b) => unchecked((hash ^ b) * 16777619u)) % (uint)ranges);

    private CosmosDocument Matching(string partitionKey, string id, string? ifMatch)
    {
        var found = Find(partitionKey, id) ?? throw CosmosRefusal.NotFound();
        return ifMatch is null || ifMatch == "*" || ifMatch == found.ETag
            ? found
            : throw new CosmosRefusal(HttpStatusCode.PreconditionFailed, "One of the specified pre-condition is not met.");
    }

    private (JsonObject Document, string Id) Checked(string partitionKey, byte[] body)
    {
        if (body.Length > MaxBytes)
        {
            throw new CosmosRefusal(HttpStatusCode.RequestEntityTooLarge, "Request size is too large.");
        }

        var document = CosmosNumbers.AsKept(JsonNode.Parse(body)) as JsonObject ?? throw new CosmosRefusal(HttpStatusCode.BadRequest, "The body is no object.");
        if (document[definition.PartitionKeyPath[1..]]?.GetValue<string>() != partitionKey)
        {
            throw new CosmosRefusal(HttpStatusCode.BadRequest, "PartitionKey extracted from document doesn't match the one specified in the header.", 1001);
        }

        var id = document["id"]?.GetValue<string>();
        return id is { Length: > 0 } && !id.AsSpan().ContainsAny("/\\?#")
            ? (document, id)
            : throw new CosmosRefusal(HttpStatusCode.BadRequest, "The input name is invalid.");
    }

    private CosmosDocument Write(string partitionKey, string id, string resourceId, JsonObject body, int bytes)
    {
        var now = clock.GetUtcNow();
        var sequence = ++_sequence;
        var etag = string.Create(CultureInfo.InvariantCulture, $"\"{number:x4}-{sequence:x12}\"");
        var seconds = definition.DefaultTimeToLive is { } byDefault ? (int?)body["ttl"]?.GetValue<double>() ?? byDefault : -1;
        body["_rid"] = resourceId;
        body["_self"] = $"dbs/{CosmosResourceIds.Database}/colls/{ResourceId}/docs/{resourceId}/";
        body["_etag"] = etag;
        body["_attachments"] = "attachments/";
        body["_ts"] = now.ToUnixTimeSeconds();
        var written = new CosmosDocument(
            partitionKey, id, resourceId, body, bytes, etag, sequence, RangeOf(partitionKey),
            seconds < 0 ? null : DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()).AddSeconds(seconds));
        _documents[(partitionKey, id)] = written;
        return written;
    }

    private bool IsLive(CosmosDocument document) => document.ExpiresAt is not { } end || end > clock.GetUtcNow();
}
