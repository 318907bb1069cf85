using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Azure.Cosmos;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Azure;

/// <summary>Documents as they come from Cosmos DB, read by the app's one serializer.</summary>
internal static class CosmosPage
{
    /// <summary>An ETag as the port gives it, without quotes.</summary>
    public static string ETag(string quoted) => quoted.Trim('"');

    /// <summary>The document of a point read; null when it is one of another kind.</summary>
    public static async Task<T?> ReadOneAsync<T>(ResponseMessage response, CancellationToken cancellationToken)
        where T : class, IDocument => DocumentJson.Read<T>(await BytesAsync(response.Content, cancellationToken));

    /// <summary>The documents of one answer to a query.</summary>
    public static async Task<IReadOnlyList<Stored<T>>> ReadAsync<T>(ResponseMessage response, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        using var page = JsonDocument.Parse(await BytesAsync(response.Content, cancellationToken));
        return [.. page.RootElement.GetProperty("Documents").EnumerateArray().Select(Read<T>)];
    }

    private static Stored<T> Read<T>(JsonElement element)
        where T : class, IDocument =>
        new(DocumentJson.Read<T>(JsonMarshal.GetRawUtf8Value(element))!, ETag(element.GetProperty("_etag").GetString()!));

    private static async Task<byte[]> BytesAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }
}
