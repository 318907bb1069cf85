using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Samkjop.Tests.Azure.Cosmos.Sql;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>One page of a query within a partition key or a physical partition, which is all that the service answers: putting partitions together is the SDK's.</summary>
internal sealed class CosmosQueryPage(CosmosContainerDouble container, SqlQuery query)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <param name="container">What is asked.</param>
    /// <param name="body">The statement with its parameters, as JSON.</param>
    public static CosmosQueryPage Of(CosmosContainerDouble container, JsonNode body)
    {
        var parameters = body["parameters"]?.AsArray().ToDictionary(p => p!["name"]!.GetValue<string>(), p => p!["value"], StringComparer.Ordinal) ?? [];
        try
        {
            var query = SqlParser.Parse(body["query"]!.GetValue<string>(), parameters);
            SqlIndexes.Require(container.Definition, query);
            return new CosmosQueryPage(container, query);
        }
        catch (SqlException exception)
        {
            throw new CosmosRefusal(HttpStatusCode.BadRequest, exception.Message);
        }
    }

    /// <summary>The rows from where the last page ended, at most so many and at most 4 MB.</summary>
    public (JsonArray Rows, IReadOnlyList<int> Sizes, string? Continuation) Read(string? partitionKey, int? range, int max, string? continuation)
    {
        if (partitionKey is null && range is null && container.Ranges > 1)
        {
            throw new CosmosRefusal(HttpStatusCode.BadRequest, "The provided cross partition query can not be directly served by the gateway.");
        }

        var after = continuation is null ? null : JsonNode.Parse(Convert.FromBase64String(continuation))!.AsArray();
        var found = container.Live
            .Where(d => (partitionKey is null || d.PartitionKey == partitionKey) && (range is null || d.Range == range) && SqlEvaluation.Holds(query.Where, d.Body))
            .Select(d => (Document: d, Key: KeyOf(d)))
            .Where(d => query.OrderBy.All(order => SqlEvaluation.Value(order.Path, d.Document.Body).Defined) && (after is null || Compare(d.Key, after) > 0))
            .Order(Comparer<(CosmosDocument Document, JsonArray Key)>.Create((one, other) => Compare(one.Key, other.Key)))
            .Take(query.Top ?? int.MaxValue)
            .ToList();
        var bytes = 0;
        var page = found.Take(max).TakeWhile((d, i) => (bytes += d.Document.Bytes) <= MaxBytes || i == 0).ToList();
        return (
            new JsonArray([.. page.Select(d => SqlEvaluation.Row(query.Columns, d.Document.Body))]),
            [.. page.Select(d => d.Document.Bytes)],
            page.Count < found.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1].Key.ToJsonString())) : null);
    }

    private JsonArray KeyOf(CosmosDocument document) =>
        new([.. query.OrderBy.Select(order => SqlEvaluation.Value(order.Path, document.Body).Value?.DeepClone()), JsonValue.Create(document.ResourceId)]);

    private int Compare(JsonArray one, JsonArray other)
    {
        for (var i = 0; i < one.Count; i++)
        {
            var order = SqlEvaluation.Order(one[i], other[i]);
            if (order != 0)
            {
                return i < query.OrderBy.Count && query.OrderBy[i].Descending ? -order : order;
            }
        }

        return 0;
    }
}
