using System.Text.Json;

namespace Samkjop.Serialization;

/// <summary>What must be known of a stored document before it is read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="SchemaVersion">The version it was written in.</param>
public sealed record DocumentHead(string Id, string Kind, int SchemaVersion)
{
    /// <summary>Reads the head alone; the envelope leads the document, so little of it is looked at.</summary>
    /// <exception cref="JsonException">The JSON is not a stored document.</exception>
    public static DocumentHead Of(ReadOnlySpan<byte> json)
    {
        string? id = null, kind = null;
        int? version = null;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while ((id is null || kind is null || version is null) && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                reader.Read();
                kind = reader.GetString();
            }
            else if (reader.ValueTextEquals("schemaVersion"u8))
            {
                reader.Read();
                version = reader.GetInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return id is not null && kind is not null && version is { } found
            ? new DocumentHead(id, kind, found)
            : throw new JsonException("This is not a stored document: id, kind or schemaVersion is missing.");
    }
}
