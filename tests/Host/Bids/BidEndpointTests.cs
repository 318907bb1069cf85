using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.BadInput;

namespace Samkjop.Tests.Host.Bids;

public sealed class BidEndpointTests
{
    [Fact]
    public async Task A_supplier_bids_and_gets_a_receipt_with_the_stores_time_and_hash()
    {
        await using var round = await SealedRound.StartAsync();
        var json = SealedRound.SheetJson();

        var receipt = await round.ReceiptAsync(round.Bertel, await round.BidAsync(round.Bertel, json));

        Assert.Equal(200, receipt.Code);
        Assert.True(receipt.Json.GetProperty("stands").GetBoolean());
        var said = receipt.Json.GetProperty("receipt");
        Assert.Equal("accepted", said.GetProperty("verdict").GetString());
        Assert.Equal("2021-05-12T09:30:00Z", said.GetProperty("receivedAt").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json))), said.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task A_bid_begun_twice_is_the_same_bid()
    {
        await using var round = await SealedRound.StartAsync();

        var first = await SealedRound.BeginAsync(round.Bertel);
        var again = await SealedRound.BeginAsync(round.Bertel);

        Assert.Equal((201, 200), (first.Code, again.Code));
        Assert.Equal("/api/rounds/2021-1/bids/bid-bertel", first.Location);
        Assert.Equal(first.Json.GetProperty("startedAt").GetString(), again.Json.GetProperty("startedAt").GetString());
    }

    [Fact]
    public async Task Another_suppliers_bid_is_not_there_and_the_attempt_is_recorded()
    {
        await using var round = await SealedRound.StartAsync();
        await SealedRound.BeginAsync(round.Bertel);

        var seen = await round.Harald.GetAsync(SealedRound.BidOf(round.Bertel));
        var withdrawn = await round.Harald.DeleteAsync(SealedRound.BidOf(round.Bertel));

        Assert.Equal((404, "not-found"), (seen.Code, seen.Problem));
        Assert.Equal(404, withdrawn.Code);
        Assert.Equal(2, (await round.AuditAsync()).Count(e => e is { By.Id: "system@harald", Event: SupplierAttemptRefused { Subject: "bid-bertel", Code: "not-found" } }));
    }

    [Fact]
    public async Task Only_invited_suppliers_bid()
    {
        await using var round = await SealedRound.StartAsync();

        var stranger = await SealedRound.BeginAsync(round.App.As("ola@other", Role.SupplierUser, supplier: "other"));
        var officer = await SealedRound.BeginAsync(round.Officer);

        Assert.Equal((403, "not-invited"), (stranger.Code, stranger.Problem));
        Assert.Equal((403, "role-required"), (officer.Code, officer.Problem));
    }

    [Fact]
    public async Task A_late_announcement_is_refused_with_when_the_window_closed_and_keeps_nothing()
    {
        await using var round = await SealedRound.StartAsync();
        await SealedRound.BeginAsync(round.Bertel);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, 12, 0));

        var late = await SealedRound.AnnounceAsync(round.Bertel);

        Assert.Equal((409, "bid-window-closed"), (late.Code, late.Problem));
        Assert.Contains("21. mai 2021 kl. 12.00", late.Json.GetProperty("detailNo").GetString()!, StringComparison.Ordinal);
        Assert.Empty((await round.Bertel.GetAsync(SealedRound.BidOf(round.Bertel))).Json.GetProperty("documents").EnumerateArray());
    }

    [Theory]
    [InlineData(11, 59, "accepted")]
    [InlineData(12, 0, "late")]
    public async Task What_the_store_commits_at_closing_gets_a_receipt_that_says_late(int hour, int minute, string verdict)
    {
        await using var round = await SealedRound.StartAsync();
        await SealedRound.BeginAsync(round.Bertel);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, 11, 45));
        var announced = await SealedRound.AnnounceAsync(round.Bertel);
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 21, hour, minute));

        Assert.Equal(HttpStatusCode.Created, await SealedRound.UploadAsync(announced, Encoding.UTF8.GetBytes(SealedRound.SheetJson())));
        await round.CloseAsync();

        var receipt = await round.ReceiptAsync(round.Bertel, announced.Json.GetProperty("document").GetProperty("documentId").GetString()!);
        Assert.Equal(verdict, receipt.Json.GetProperty("receipt").GetProperty("verdict").GetString());
        Assert.Equal(verdict == "accepted" ? 1 : 0, (await round.RoundAsync()).Manifest!.Entries);
    }

    [Fact]
    public async Task A_new_sheet_for_a_lot_replaces_the_earlier_once_it_is_received_and_only_it_is_opened()
    {
        await using var round = await SealedRound.StartAsync();
        var first = await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        var announced = await SealedRound.AnnounceAsync(round.Bertel);
        Assert.True((await round.ReceiptAsync(round.Bertel, first)).Json.GetProperty("stands").GetBoolean());

        await SealedRound.UploadAsync(announced, Encoding.UTF8.GetBytes(SealedRound.SheetJson(399_000)));
        await round.App.SettleAsync();

        var replaced = (await round.ReceiptAsync(round.Bertel, first)).Json;
        Assert.False(replaced.GetProperty("stands").GetBoolean());
        Assert.Equal(announced.Json.GetProperty("document").GetProperty("documentId").GetString(), replaced.GetProperty("replacedBy").GetString());
        await round.OpenAsync();
        Assert.Equal(399_000, Assert.Single((await round.App.Store.FindAsync<Bid>(SealedRound.RoundId, "bid-bertel"))!.Document.Sheets).Sheet!.UnitPrice);
    }

    [Fact]
    public async Task Nothing_of_another_suppliers_bid_can_be_read_or_changed_and_its_documents_stay_as_they_were()
    {
        await using var round = await SealedRound.StartAsync();
        var documentId = await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        var (bid, before) = (SealedRound.BidOf(round.Bertel), await round.App.SnapshotAsync());

        RawCaller.AssertNotThere(await round.Harald.GetAsync(bid));
        RawCaller.AssertNotThere(await round.Harald.GetAsync($"{bid}/documents/{documentId}/receipt"));
        RawCaller.AssertNotThere(await round.Harald.PostAsync($"{bid}/documents", new { purpose = "sheet", lotId = "lot-1", fileName = "pris.json" }));
        RawCaller.AssertNotThere(await round.Harald.DeleteAsync(bid));

        Assert.Equal(before, await round.App.SnapshotAsync());
    }

    [Fact]
    public async Task An_oversized_upload_gets_a_refusal_receipt()
    {
        await using var round = await SealedRound.StartAsync();
        await SealedRound.BeginAsync(round.Bertel);
        var announced = await SealedRound.AnnounceAsync(round.Bertel);
        Assert.Equal(BidLimits.MaxSheetBytes, announced.Json.GetProperty("upload").GetProperty("maxBytes").GetInt64());

        await SealedRound.UploadAsync(announced, new byte[BidLimits.MaxSheetBytes + 1]);
        await round.App.SettleAsync();

        var receipt = await round.ReceiptAsync(round.Bertel, announced.Json.GetProperty("document").GetProperty("documentId").GetString()!);
        Assert.Equal("tooLarge", receipt.Json.GetProperty("receipt").GetProperty("verdict").GetString());
        Assert.False(receipt.Json.GetProperty("stands").GetBoolean());
    }

    [Fact]
    public async Task A_repeated_key_gives_the_same_document_and_with_another_body_is_refused()
    {
        await using var round = await SealedRound.StartAsync();
        await SealedRound.BeginAsync(round.Bertel);

        var first = await SealedRound.AnnounceAsync(round.Bertel, key: "same");
        var again = await SealedRound.AnnounceAsync(round.Bertel, key: "same");
        var other = await SealedRound.AnnounceAsync(round.Bertel, "lot-2", key: "same");

        Assert.Equal(first.Location, again.Location);
        Assert.Equal((422, "idempotency-key-reused"), (other.Code, other.Problem));
        Assert.Single((await round.Bertel.GetAsync(SealedRound.BidOf(round.Bertel))).Json.GetProperty("documents").EnumerateArray());
    }

    [Fact]
    public async Task A_bid_is_withdrawn_on_the_version_that_was_read_and_begun_anew()
    {
        await using var round = await SealedRound.StartAsync();
        var begun = await SealedRound.BeginAsync(round.Bertel);
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());

        var stale = await round.Bertel.DeleteAsync(SealedRound.BidOf(round.Bertel), ifMatch: begun.ETag);
        var current = await round.Bertel.GetAsync(SealedRound.BidOf(round.Bertel));
        var withdrawn = await round.Bertel.DeleteAsync(SealedRound.BidOf(round.Bertel), ifMatch: current.ETag);
        var announced = await SealedRound.AnnounceAsync(round.Bertel);
        var anew = await SealedRound.BeginAsync(round.Bertel);

        Assert.Equal((412, "stale-etag"), (stale.Code, stale.Problem));
        Assert.Equal((200, "withdrawn"), (withdrawn.Code, withdrawn.Json.GetProperty("state").GetString()));
        Assert.Equal((409, "bid-withdrawn"), (announced.Code, announced.Problem));
        Assert.Equal((200, "open"), (anew.Code, anew.Json.GetProperty("state").GetString()));
        Assert.DoesNotContain(anew.Json.GetProperty("documents").EnumerateArray(), d => d.GetProperty("stands").GetBoolean());
    }

    [Theory]
    [InlineData("""{ "purpose": "sheet", "lotId": "lot-1", "fileName": "a.json", "price": 1 }""", 400, "malformed-json")]
    [InlineData("""{ "purpose": "letter", "fileName": "a.json" }""", 400, "malformed-json")]
    [InlineData("""{ "purpose": "sheet" """, 400, "malformed-json")]
    [InlineData("""{ "purpose": "sheet", "fileName": "a.json" }""", 422, "bid-document-invalid")]
    [InlineData("""{ "purpose": "sheet", "lotId": "lot-7", "fileName": "a.json" }""", 422, "bid-document-invalid")]
    public async Task An_announcement_that_makes_no_sense_changes_nothing(string body, int status, string code)
    {
        await using var round = await SealedRound.StartAsync();
        await SealedRound.BeginAsync(round.Bertel);

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await round.Bertel.PostAsync($"{SealedRound.BidOf(round.Bertel)}/documents", content);

        Assert.Equal((status, code), (answer.Code, answer.Problem));
        Assert.Empty((await round.Bertel.GetAsync(SealedRound.BidOf(round.Bertel))).Json.GetProperty("documents").EnumerateArray());
    }
}
