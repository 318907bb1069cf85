using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Tests.Domain.Serialization;

/// <summary>Decimals survive a store whose numbers are doubles.</summary>
public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("40.0", "40.0")]
    [InlineData("0.1", "0.1")]
    [InlineData("-449990.55", "-449990.55")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1234567890123456", "\"1234567890123456\"")]
    [InlineData("6.6666666666666666666666666667", "\"6.6666666666666666666666666667\"")]
    public void Fifteen_digits_are_a_number_and_more_are_a_text(string value, string json)
    {
        var written = JsonNode.Parse(DocumentJson.Write(new Amount("a", decimal.Parse(value, CultureInfo.InvariantCulture))))!;

        Assert.Equal(json, written["value"]!.ToJsonString());
    }

    [Fact]
    public void Every_decimal_comes_back_from_a_store_of_doubles() => Gen.Decimal.Sample(value =>
    {
        var written = JsonNode.Parse(DocumentJson.Write(new Amount("a", value)))!.AsObject();
        if (written["value"]!.GetValueKind() is JsonValueKind.Number)
        {
            written["value"] = written["value"]!.GetValue<double>();
        }

        return DocumentJson.Read<Amount>(JsonSerializer.SerializeToUtf8Bytes(written))!.Value == value;
    });

    [Fact]
    public void A_text_that_is_no_number_is_refused()
    {
        var spoilt = """{"id":"a","roundId":"2021-1","kind":"amount","schemaVersion":1,"amountId":"a","value":"1e3"}"""u8.ToArray();

        Assert.Throws<JsonException>(() => DocumentJson.Read<Amount>(spoilt));
    }

    private sealed record Amount(string AmountId, decimal Value) : IDocument
    {
        public static string Container => Containers.Rounds;

        public static string Kind => "amount";

        public static int SchemaVersion => 1;

        public string RoundId { get; init; } = "2021-1";

        public string Id => AmountId;

        public string PartitionKey => RoundId;

        public string? Mark => null;
    }
}
