using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Samkjop.Purchasing;
using Samkjop.Serialization;
using Samkjop.Tests.Domain.Bids;

namespace Samkjop.Tests.Domain.Openings;

public sealed class SheetReaderTests
{
    private const string Good = """
        {
          "lotId": "lot-1",
          "model": "Maxus e-Deliver 3",
          "specification": { "make": "Maxus", "model": "e-Deliver 3", "drivetrain": "batteryElectric", "rangeKm": 344 },
          "unitPrice": 420000,
          "deliveryWeeks": 16,
          "validUntil": "2021-09-30"
        }
        """;

    [Fact]
    public void A_sheet_is_read_as_it_was_written() => Assert.Equal(Competition.Sheet(), Read(Good).Sheet);

    [Fact]
    public void A_byte_order_mark_does_no_harm() => Assert.NotNull(Read('\uFEFF' + Good).Sheet);

    [Fact]
    public void What_the_platform_writes_it_reads() => Assert.Equal(Competition.Sheet(), Read(JsonSerializer.Serialize(Competition.Sheet(), SamkjopJson.Options)).Sheet);

    [Theory]
    [InlineData("\"unitPrice\": 420000", "\"unitPrice\": -1", "unit price")]
    [InlineData("\"unitPrice\": 420000", "\"unitPrice\": 0", "unit price")]
    [InlineData("\"unitPrice\": 420000", "\"unitPrice\": 100000000.01", "unit price")]
    [InlineData("\"unitPrice\": 420000", "\"unitPrice\": 420000.005", "unit price")]
    [InlineData("\"unitPrice\": 420000", "\"unitPrice\": \"420000\"", "$.unitPrice")]
    [InlineData("\"unitPrice\": 420000", "\"unitPrice\": 1e400", "$.unitPrice")]
    [InlineData("\"unitPrice\": 420000", "\"unitPrice\": 420000, \"discount\": 5", "$.discount")]
    [InlineData("\"unitPrice\": 420000", "\"unitPrice\": 420000, \"unitPrice\": 1", "$.unitPrice")]
    [InlineData("\"unitPrice\": 420000,", "", "$")]
    [InlineData("\"deliveryWeeks\": 16", "\"deliveryWeeks\": 105", "deliveryWeeks")]
    [InlineData("\"rangeKm\": 344", "\"rangeKm\": -344", "specification.rangeKm")]
    [InlineData("\"rangeKm\": 344", "\"deliveryWeeks\": 20", "two delivery times")]
    [InlineData("\"batteryElectric\"", "\"steam\"", "$.specification.drivetrain")]
    [InlineData("\"lotId\": \"lot-1\"", "\"lotId\": \"lot-2\"", "uploaded for lot-1")]
    [InlineData("\"model\": \"Maxus e-Deliver 3\"", "\"model\": \" \"", "model")]
    [InlineData("\"2021-09-30\"", "\"2021-09-31\"", "$.validUntil")]
    [InlineData("{", "[", "$")]
    public void What_cannot_be_taken_as_a_sheet_is_kept_with_the_reason(string from, string to, string reason)
    {
        var opened = Read(Good.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(opened.Sheet);
        Assert.Contains(reason, opened.Problem!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_that_differs_from_the_manifest_is_not_read()
    {
        var entry = EntryOf(Good) with { Sha256 = new string('0', 64) };

        Assert.Contains("hash differs", SheetReader.Read(entry, Encoding.UTF8.GetBytes(Good)).Problem!.En, StringComparison.Ordinal);
    }

    private static OpenedSheet Read(string json) => SheetReader.Read(EntryOf(json), Encoding.UTF8.GetBytes(json));

    private static ManifestEntry EntryOf(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return new("bid-bertel", "bertel", "doc-1", BidDocumentPurpose.Sheet, "lot-1", Uploads.Committed, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
