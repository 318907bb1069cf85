using System.Net;
using Samkjop.Functions.Sheets;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Serialization;

namespace Samkjop.Tests.Host.Bids;

/// <summary>The form of a lot over HTTP, and what becomes of it once filled in.</summary>
public sealed class PriceSheetEndpointTests
{
    [Fact]
    public async Task A_filled_in_form_takes_the_place_of_a_JSON_sheet_and_is_opened_as_the_same_offer()
    {
        await using var round = await SealedRound.StartAsync();
        var form = await round.Bertel.GetAsync("rounds/2021-1/lots/lot-1/price-sheet.xlsx");
        var stranger = await round.App.As("ola@other", Role.SupplierUser, supplier: "other").GetAsync("rounds/2021-1/lots/lot-1/price-sheet.xlsx");
        await round.BidAsync(round.Bertel, SealedRound.SheetJson(410_000));
        var sheet = System.Text.Json.JsonSerializer.Deserialize<PriceSheet>(SealedRound.SheetJson(399_000.50m), SamkjopJson.Options)!;

        var announced = await round.Bertel.PostAsync($"{SealedRound.BidOf(round.Bertel)}/documents", new { purpose = "sheet", lotId = "lot-1", fileName = "pris.xlsx" });
        var attached = await round.Bertel.PostAsync($"{SealedRound.BidOf(round.Bertel)}/documents", new { purpose = "attachment", fileName = "alternativ.xlsx" });
        var uploaded = await SealedRound.UploadAsync(
            announced, SheetWriter.Xlsx((PriceSheetTemplate.FormName, PriceSheetTemplate.Form("lot-1", VehicleRequirements.None, sheet))));
        await round.App.SettleAsync();
        await round.OpenAsync();

        Assert.Equal((200, 404, HttpStatusCode.Created), (form.Code, stranger.Code, uploaded));
        Assert.Contains("erstatter det «pris.json»", announced.Json.GetProperty("notice").GetProperty("no").GetString(), StringComparison.Ordinal);
        Assert.Contains("Varianter godtas ikke", attached.Json.GetProperty("notice").GetProperty("no").GetString(), StringComparison.Ordinal);
        var opened = Assert.Single((await round.App.Store.FindAsync<Bid>("2021-1", "bid-bertel"))!.Document.Sheets);
        Assert.Equal(sheet, opened.Sheet);
    }
}
