using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samkjop.Serialization;

/// <summary>
/// Keeps every digit of a decimal in stores whose numbers are IEEE 754 doubles, as Cosmos DB's are: one of more than 15 significant digits (a score such as
/// 20/3) is written as a string. Both forms are read.
/// </summary>
internal sealed class ExactDecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is not JsonTokenType.String ? reader.GetDecimal()
        : decimal.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact) ? exact
        : throw new JsonException("The text is no decimal number.");

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options)
    {
        if (FitsDouble(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The conversion from double rounds to the 15 digits that every double keeps.</summary>
    private static bool FitsDouble(decimal value) => value == (decimal)(double)value;
}
