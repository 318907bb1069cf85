using System.Text.Json;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>Reads Event Grid's BlobCreated, in its own schema or as a CloudEvent: only the blob's name is believed, the store is asked for the rest.</summary>
public static class BlobCreated
{
    private const string Type = "Microsoft.Storage.BlobCreated";

    /// <summary>The name of the blob in the container; null when the message tells of something else, or cannot be read.</summary>
    public static string? NameIn(string message, string container)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var told = json.RootElement;
            var subject = $"/blobServices/default/containers/{container}/blobs/";
            return told.ValueKind is JsonValueKind.Object
                && (Text(told, "eventType") ?? Text(told, "type")) == Type
                && Text(told, "subject") is { } path
                && path.StartsWith(subject, StringComparison.Ordinal)
                ? path[subject.Length..]
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
