using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Samkjop.Serialization;

/// <summary>
/// One spelling per value, so that a hash of it means the value and not its spelling: members by name (ordinal), no white space, decimals
/// without trailing zeros (<c>40.0</c> and <c>40</c> hash alike), absent and null members alike.
/// </summary>
public static class CanonicalJson
{
    /// <summary>The canonical bytes (UTF-8) of a value as <see cref="SamkjopJson.Options"/> writes it.</summary>
    public static byte[] BytesOf<T>(T value)
    {
        var element = JsonSerializer.SerializeToElement(value, SamkjopJson.Options);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = SamkjopJson.Options.Encoder }))
        {
            Write(writer, element);
        }

        return buffer.ToArray();
    }

    /// <summary>SHA-256 of <see cref="BytesOf{T}"/>, lower-case hexadecimal.</summary>
    public static string Sha256<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(BytesOf(value)));

    private static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(m => m.Value.ValueKind is not JsonValueKind.Null).OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Number when element.TryGetDecimal(out var number):
                writer.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
