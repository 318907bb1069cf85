using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>Requests for the documents of one container.</summary>
internal sealed class CosmosDocumentRoutes(CosmosContainerDouble container, CosmosRequestUnits units)
{
    public CosmosReply Route(CosmosCall call, CosmosReply reply) => (call.Operation, call.Path) switch
    {
        ("create_item", _) => Create(call, reply),
        ("query_items", _) => Query(call, reply),
        ("read_feed", _) => Feed(call, reply),
        ("read_item", [.., var id]) => Read(call, id, reply),
        ("replace_item", [.., var id]) => Replace(call, id, reply),
        ("delete_item", [.., var id]) => Delete(call, id, reply),
        _ => throw CosmosRefusal.Unsupported($"{call.Method} on documents"),
    };

    private CosmosReply Create(CosmosCall call, CosmosReply reply)
    {
        if (call["x-ms-documentdb-is-upsert"] is not null)
        {
            throw CosmosRefusal.Unsupported("upsert");
        }

        var created = container.Create(KeyOf(call), call.Body);
        return Written(call, reply, created) with { Status = HttpStatusCode.Created, RequestUnits = units.Create(created.Bytes) };
    }

    private CosmosReply Read(CosmosCall call, string id, CosmosReply reply)
    {
        var found = container.Find(KeyOf(call), id) ?? throw CosmosRefusal.NotFound();
        return reply with { Body = found.Body.DeepClone(), ETag = found.ETag, RequestUnits = units.Read(found.Bytes) };
    }

    private CosmosReply Replace(CosmosCall call, string id, CosmosReply reply)
    {
        var replaced = container.Replace(KeyOf(call), id, call.Body, call["If-Match"]);
        return Written(call, reply, replaced) with { RequestUnits = units.Replace(replaced.Bytes) };
    }

    private CosmosReply Delete(CosmosCall call, string id, CosmosReply reply)
    {
        var deleted = container.Delete(KeyOf(call), id, call["If-Match"]);
        return reply with { Status = HttpStatusCode.NoContent, RequestUnits = units.Delete(deleted.Bytes) };
    }

    private CosmosReply Query(CosmosCall call, CosmosReply reply)
    {
        var body = JsonNode.Parse(call.Body)!;
        var (rows, sizes, continuation) = CosmosQueryPage.Of(container, body).Read(call.PartitionKey, call.Range, call.MaxItemCount, call["x-ms-continuation"]);
        return reply with
        {
            ItemCount = rows.Count,
            Body = new JsonObject { ["_rid"] = container.ResourceId, ["_count"] = rows.Count, ["Documents"] = rows },
            Continuation = continuation,
            RequestUnits = units.Query(sizes),
            Sql = body["query"]!.GetValue<string>(),
        };
    }

    /// <summary>The latest version of what was written after a number, within one physical partition.</summary>
    private CosmosReply Feed(CosmosCall call, CosmosReply reply)
    {
        if (call["A-IM"] is not "Incremental Feed")
        {
            throw CosmosRefusal.Unsupported("reading all documents");
        }

        var after = call["If-None-Match"] is { } etag && etag != "*" ? long.Parse(etag.Trim('"'), CultureInfo.InvariantCulture) : 0;
        var changed = container.Live
            .Where(d => d.Sequence > after && (call.Range is not { } range || d.Range == range) && (call.PartitionKey is not { } key || d.PartitionKey == key))
            .OrderBy(d => d.Sequence).Take(call.MaxItemCount).ToList();
        return reply with
        {
            Status = changed.Count > 0 ? HttpStatusCode.OK : HttpStatusCode.NotModified,
            ItemCount = changed.Count,
            ETag = $"\"{(changed.Count > 0 ? changed[^1].Sequence : after)}\"",
            Body = changed.Count > 0
                ? new JsonObject
                {
                    ["_rid"] = container.ResourceId, ["_count"] = changed.Count, ["Documents"] = new JsonArray([.. changed.Select(d => d.Body.DeepClone())]),
                }
                : null,
            RequestUnits = units.Query(changed.Select(d => d.Bytes)),
        };
    }

    /// <summary>Without the document where that was asked.</summary>
    private static CosmosReply Written(CosmosCall call, CosmosReply reply, CosmosDocument written) => reply with
    {
        ETag = written.ETag,
        Body = call["Prefer"] is "return=minimal" ? null : written.Body.DeepClone(),
    };

    private static string KeyOf(CosmosCall call) =>
        call.PartitionKey ?? throw new CosmosRefusal(HttpStatusCode.BadRequest, "PartitionKey value must be supplied for this operation.");
}
