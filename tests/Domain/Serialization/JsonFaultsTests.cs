using System.Text.Json;
using Samkjop.Purchasing;
using Samkjop.Serialization;

namespace Samkjop.Tests.Domain.Serialization;

public sealed class JsonFaultsTests
{
    [Theory]
    [InlineData("""{"event""", "$", "ikke gyldig JSON ved linje 1")]
    [InlineData("""{"lotId":"lot-1","pris":1}""", "$.pris", "«pris» er ukjent")]
    [InlineData("""{"lotId":"lot-1","lotId":"lot-2"}""", "$.lotId", "«lotId» står to ganger")]
    [InlineData("""{"lotId":"lot-1"}""", "$", "mangler ved $: model, specification, unitPrice")]
    [InlineData("""{"lotId":null}""", "$.lotId", "er null")]
    [InlineData("""{"unitPrice":"420000"}""", "$.unitPrice", "feil type eller form")]
    [InlineData("""{"validUntil":"2021-02-30"}""", "$.validUntil", "feil type eller form")]
    public void What_is_wrong_is_said_with_its_place_and_without_names_of_types(string json, string path, string says)
    {
        var fault = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<PriceSheet>(json, SamkjopJson.Options));

        var (place, text) = JsonFaults.Explain(fault);

        Assert.Equal(path, place);
        Assert.Contains(says, text.No, StringComparison.Ordinal);
        Assert.DoesNotContain("Samkjop", text.No + text.En, StringComparison.Ordinal);
        Assert.DoesNotContain("System", text.No + text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":null,"b":[1,{"c":[]}]}""", null)]
    [InlineData("""{"b":[1,{"c":[2,null]}]}""", "$.b[1].c[1]")]
    [InlineData("[null]", "$[0]")]
    public void A_null_in_a_list_is_found(string json, string? place)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(place, JsonFaults.NullInList(document.RootElement));
    }
}
