using System.Text.Json;
using Samkjop.Purchasing;
using Samkjop.Serialization;

namespace Samkjop.Tests.Domain.Bids;

public sealed class StoredBidTests
{
    [Fact]
    public void A_bid_is_stored_and_read_back_with_documents_that_have_no_lot_and_sheets_that_could_not_be_read()
    {
        var bid = Competition.Started().With("doc-1", "lot-1").Announced("doc-2", null, "a.pdf", BidDocumentPurpose.Attachment).Received("doc-2");
        bid = BidOpening.Open(bid, new OpenBid(true, [new("lot-1", "doc-1", null, new("Nei.", "No.")), new("lot-2", "doc-3", Competition.Sheet(), null)])).Accepted();

        AssertReadsBack(bid);
        AssertReadsBack(ClosingManifest.PagesOf("2021-1", ClosingManifest.EntriesOf([bid with { State = BidState.Open }]))[0]);
    }

    [Fact]
    public void What_may_be_null_may_be_absent_and_nothing_else_may()
    {
        var sheet = JsonSerializer.Deserialize<OpenedSheet>("""{ "lotId": "lot-1", "documentId": "doc-1" }""", SamkjopJson.Options)!;

        Assert.Null(sheet.Problem);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OpenedSheet>("""{ "lotId": "lot-1" }""", SamkjopJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BidReceipt>("""{ "receivedAt": "2021-05-12T09:30:00Z", "sha256": "", "verdict": "late" }""", SamkjopJson.Options));
    }

    private static void AssertReadsBack<T>(T value)
    {
        var json = JsonSerializer.Serialize(value, SamkjopJson.Options);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, SamkjopJson.Stored), SamkjopJson.Options));
    }
}
