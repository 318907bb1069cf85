using System.Net;
using System.Text.Json.Nodes;
using Samkjop.Azure;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>Carries out requests one after the other.</summary>
internal sealed class CosmosRouter(IReadOnlyList<CosmosContainerDouble> containers, Uri endpoint, CosmosRequestUnits units)
{
    private readonly Lock _gate = new();

    public CosmosReply Route(CosmosCall call)
    {
        lock (_gate)
        {
            try
            {
                return call.Path switch
                {
                    [] => new CosmosReply(HttpStatusCode.OK, call.Operation, "") { Body = CosmosMetadata.Account(endpoint) },
                    ["dbs", var database, "colls", var name, ..] => In(database, name, [.. call.Path.Skip(4)], call),
                    _ => throw CosmosRefusal.Unsupported($"{call.Method} /{string.Join('/', call.Path)}"),
                };
            }
            catch (CosmosRefusal refusal)
            {
                return new CosmosReply(refusal.Status, call.Operation, call.Container)
                {
                    Body = new JsonObject { ["code"] = $"{refusal.Status}", ["message"] = refusal.Message },
                    Substatus = refusal.Substatus,
                    RequestUnits = call.IsData ? units.Missing : 0,
                };
            }
        }
    }

    private CosmosReply In(string database, string name, IReadOnlyList<string> rest, CosmosCall call)
    {
        var container = database is AzureSections.Database || database == CosmosResourceIds.Database
            ? containers.FirstOrDefault(c => c.Definition.Name == name || c.ResourceId == name)
            : null;
        if (container is null)
        {
            throw CosmosRefusal.NoSuchContainer();
        }

        var reply = new CosmosReply(HttpStatusCode.OK, call.Operation, container.Definition.Name) { SessionToken = $"0:-1#{container.Sequence}" };
        return rest switch
        {
            [] => reply with { Body = CosmosMetadata.Container(container), ETag = "\"1\"" },
            ["pkranges"] when call["If-None-Match"] == "\"1\"" => reply with { Status = HttpStatusCode.NotModified, ETag = "\"1\"" },
            ["pkranges"] => reply with { Body = CosmosMetadata.Ranges(container), ETag = "\"1\"", ItemCount = container.Ranges },
            ["docs", ..] => new CosmosDocumentRoutes(container, units).Route(call, reply),
            _ => throw CosmosRefusal.Unsupported(string.Join('/', rest)),
        };
    }
}
