using System.Globalization;
using System.Text.Json.Nodes;
using Samkjop.Azure;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>What the SDK asks about the account before it asks for data.</summary>
internal static class CosmosMetadata
{
    public static JsonObject Account(Uri endpoint) => new()
    {
        ["_self"] = "",
        ["id"] = "samkjop",
        ["_rid"] = "samkjop.documents.azure.com",
        ["media"] = "//media/",
        ["addresses"] = "//addresses/",
        ["_dbs"] = "//dbs/",
        ["writableLocations"] = Locations(endpoint),
        ["readableLocations"] = Locations(endpoint),
        ["enableMultipleWriteLocations"] = false,
        ["userReplicationPolicy"] = Replicas(),
        ["systemReplicationPolicy"] = Replicas(),
        ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = CosmosContainers.Consistency },
        ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
        ["queryEngineConfiguration"] = """
            {"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,"maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,"sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,"sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,"sqlDisableQueryILOptimization":false,"sqlDisableFilterPlanOptimization":false,"sqlAllowTop":true,"enableSpatialIndexing":true}
            """,
    };

    public static JsonObject Container(CosmosContainerDouble container) => new()
    {
        ["id"] = container.Definition.Name,
        ["partitionKey"] = new JsonObject
        {
            ["paths"] = new JsonArray(container.Definition.PartitionKeyPath), ["kind"] = "Hash", ["version"] = 2,
        },
        ["_rid"] = container.ResourceId,
        ["_self"] = $"dbs/{CosmosResourceIds.Database}/colls/{container.ResourceId}/",
        ["_etag"] = "\"1\"",
        ["_ts"] = 0,
        ["_docs"] = "docs/",
        ["_sprocs"] = "sprocs/",
        ["_triggers"] = "triggers/",
        ["_udfs"] = "udfs/",
        ["_conflicts"] = "conflicts/",
    };

    public static JsonObject Ranges(CosmosContainerDouble container) => new()
    {
        ["_rid"] = container.ResourceId,
        ["_count"] = container.Ranges,
        ["PartitionKeyRanges"] = new JsonArray([.. Enumerable.Range(0, container.Ranges).Select(number => (JsonNode)new JsonObject
        {
            ["_rid"] = CosmosResourceIds.Range(container.Number, number),
            ["id"] = number.ToString(CultureInfo.InvariantCulture),
            ["_etag"] = "\"1\"",
            ["minInclusive"] = Boundary(number, container.Ranges),
            ["maxExclusive"] = Boundary(number + 1, container.Ranges),
            ["ridPrefix"] = number,
            ["_self"] = $"dbs/{CosmosResourceIds.Database}/colls/{container.ResourceId}/pkranges/{CosmosResourceIds.Range(container.Number, number)}/",
            ["throughputFraction"] = 1.0 / container.Ranges,
            ["status"] = "online",
            ["parents"] = new JsonArray(),
            ["_ts"] = 0,
        })]),
    };

    private static string Boundary(int number, int ranges) =>
        number == 0 ? "" : number == ranges ? "FF" : $"{0x3FFF / ranges * number:X4}{new string('F', 28)}";

    private static JsonArray Locations(Uri endpoint) => new(new JsonObject { ["name"] = "Norway East", ["databaseAccountEndpoint"] = endpoint.AbsoluteUri });

    private static JsonObject Replicas() => new() { ["asyncReplication"] = false, ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 };
}
