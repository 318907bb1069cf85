using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Samkjop.Ports;

namespace Samkjop.Serialization;

/// <summary>
/// A document as every store keeps it: the record's own properties, led by <c>id</c>, the container's partition property, <c>kind</c>,
/// <c>schemaVersion</c>, <c>mark</c> and, where the document has its own, <c>ttl</c> in seconds. Computed properties are not stored. Decimals of more digits
/// than a double keeps are strings.
/// </summary>
public static class DocumentJson
{
    /// <summary>As <see cref="SamkjopJson.Stored"/>, with the envelope around documents.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The document as UTF-8 JSON.</summary>
    public static byte[] Write<T>(T document)
        where T : class, IDocument => JsonSerializer.SerializeToUtf8Bytes(document, Options);

    /// <summary>Reads a stored document; null when it is one of another kind. What a newer version of the app added is left aside.</summary>
    /// <exception cref="DocumentTooNewException">Its schema version is newer than this code writes.</exception>
    /// <exception cref="JsonException">The JSON is not a stored document.</exception>
    public static T? Read<T>(ReadOnlySpan<byte> json)
        where T : class, IDocument
    {
        var head = DocumentHead.Of(json);
        if (head.Kind != T.Kind)
        {
            return null;
        }

        return head.SchemaVersion <= T.SchemaVersion
            ? JsonSerializer.Deserialize<T>(json, Options)
            : throw new DocumentTooNewException(T.Kind, head.Id, head.SchemaVersion, T.SchemaVersion);
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(SamkjopJson.Stored)
        {
            TypeInfoResolver = SamkjopJson.Stored.TypeInfoResolver!.WithAddedModifier(LeaveOutComputed).WithAddedModifier(DocumentEnvelope.Add),
        };
        options.Converters.Add(new ExactDecimalConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Kind is JsonTypeInfoKind.Object && type.Properties[i] is { Set: null, AssociatedParameter: null })
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
