using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Cancellations;

public sealed class LotCancellationTests
{
    private static readonly object Body = new { needs = "close", reason = new { no = "Midlene er falt bort.", en = "The funds are gone." } };

    [Fact]
    public async Task Lots_are_cancelled_one_by_one_after_the_awards_have_begun_all_are_told_and_the_round_ends_without_a_purchase()
    {
        await using var round = await StartAsync();
        await round.App.Store.CreateAsync(new PurchasingSystem("dps-3500", new Text("Kjøretøy opp til 3500 kg", "Vehicles up to 3500 kg"), [VehicleClass.SmallVan], ZeroEmissionRequired: true));
        await round.AwardAsync();

        Assert.Equal(409, (await round.Officer.PostAsync($"rounds/{Id}/cancellation", new { reason = new { no = "x", en = "x" } })).Code);
        Assert.Equal(403, (await round.Officer.PostAsync($"rounds/{Id}/lots/lot-1/cancellation", Body)).Code);
        foreach (var lot in (string[])["lot-1", "lot-2"])
        {
            var cancelled = await round.Decider.PostAsync($"rounds/{Id}/lots/{lot}/cancellation", Body);
            Assert.True(cancelled.Code == 200, cancelled.Text);
            await round.App.SettleAsync();
        }

        await round.AssertNothingFailedAsync();
        Assert.Equal(RoundPhase.Closed, (await round.DocumentAsync<Round>("round")).Phase);
        Assert.Equal(2, (await round.DocumentAsync<Lot>("lot-1")).Letters!.Number);
        foreach (var supplier in (string[])["alfa", "beta", "gamma"])
        {
            var letter = await round.Supplier(supplier).GetAsync($"rounds/{Id}/lots/lot-1/letter");
            Assert.Equal("cancelled", letter.Json.GetProperty("content").GetProperty("outcome").GetString());
        }

        Assert.Contains("Midlene er falt bort.", (await round.App.Store.FindAsync<OutboundMessage>(Id, "lot-outcome-lot-1-uke"))!.Document.Body.No, StringComparison.Ordinal);
        Assert.Equal(404, (await round.Supplier("beta").PostAsync($"rounds/{Id}/lots/lot-1/contract/signatures")).Code);
        var record = await round.App.SendAsync(null, HttpMethod.Get, "ocds/records/ocds-213czf-round-2021-1", null, null, null);
        var compiled = record.Json.GetProperty("records")[0].GetProperty("compiledRelease");
        Assert.All(compiled.GetProperty("tender").GetProperty("lots").EnumerateArray(), lot => Assert.Equal("cancelled", lot.GetProperty("status").GetString()));
        Assert.All(compiled.GetProperty("awards").EnumerateArray(), award => Assert.Equal("cancelled", award.GetProperty("status").GetString()));
    }
}
