using System.Text.Json.Nodes;

namespace Samkjop.Tests.Azure.Cosmos;

/// <summary>A request taken apart.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">The segments of its path.</param>
/// <param name="Headers">Its headers, content's not included.</param>
/// <param name="Body">Its body.</param>
internal sealed record CosmosCall(HttpMethod Method, IReadOnlyList<string> Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public bool IsData => Path is ["dbs", _, "colls", _, "docs", ..];

    public string Container => Path is ["dbs", _, "colls", var container, ..] ? container : "";

    public bool IsQuery => string.Equals(this["x-ms-documentdb-isquery"], "True", StringComparison.OrdinalIgnoreCase);

    public string Operation => (Method.Method, Path.Count) switch
    {
        _ when !IsData => "metadata",
        ("POST", 5) when IsQuery => "query_items",
        ("POST", 5) => "create_item",
        ("GET", 5) => "read_feed",
        ("GET", 6) => "read_item",
        ("PUT", 6) => "replace_item",
        ("DELETE", 6) => "delete_item",
        _ => "unknown",
    };

    /// <summary>The one value of the header of a single-valued partition key; null when none is sent.</summary>
    public string? PartitionKey => this["x-ms-documentdb-partitionkey"] is { } text
        ? JsonNode.Parse(text)!.AsArray() is [{ } only] ? only.GetValue<string>() : throw CosmosRefusal.Unsupported($"partition key {text}")
        : null;

    public int? Range => this["x-ms-documentdb-partitionkeyrangeid"] is { } text ? int.Parse(text[(text.LastIndexOf(',') + 1)..]) : null;

    public int MaxItemCount => this["x-ms-max-item-count"] is { } text && int.Parse(text) is > 0 and var max ? max : 100;

    public string? this[string header] => Headers.GetValueOrDefault(header);

    public static async Task<CosmosCall> OfAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(
        request.Method,
        [.. request.RequestUri!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)],
        request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase),
        request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken));
}
