using NodaTime;
using Samkjop.People;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Host.Windows;

public sealed class ShorterTimeEndpointTests
{
    private const string Shorter = "rounds/2021-1/bid-window/shorter-time";
    private static readonly object Proposal = new { closesOn = "2021-05-19", reason = new { no = "Levering før ferien.", en = "Delivery before the holidays." } };
    private static readonly object Yes = new { number = 1, consents = true };

    [Fact]
    public async Task The_window_closes_sooner_once_everybody_has_consented_and_the_manifest_follows()
    {
        await using var round = await SealedRound.StartAsync();
        var maxus = round.App.As("mona@maxus", Role.SupplierUser, supplier: "maxus");
        await round.BidAsync(round.Bertel, SealedRound.SheetJson());
        Assert.Equal(200, (await round.Officer.PostAsync(Shorter, Proposal)).Code);
        Assert.Contains("Levering før ferien.", (await maxus.GetAsync("rounds/2021-1/messages")).Text, StringComparison.Ordinal);

        await round.Bertel.PostAsync($"{Shorter}/answers", Yes);
        var harald = await round.Harald.PostAsync($"{Shorter}/answers", Yes);
        Assert.Equal(SealedRound.Closes, (await round.RoundAsync()).Invitation!.Window.Closes);
        Assert.False(harald.Json.GetProperty("shorterTime").TryGetProperty("consents", out _));
        Assert.Equal(200, (await maxus.PostAsync($"{Shorter}/answers", Yes)).Code);

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 19, 12, 5));
        Assert.Equal((RoundPhase.AwaitingOpening, 1), ((await round.RoundAsync()).Phase, (await round.RoundAsync()).Manifest!.Entries));
        Assert.Contains("forkortet", (await round.Bertel.GetAsync("rounds/2021-1/messages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_declines_keeps_the_closing_and_outsiders_answer_nothing()
    {
        await using var round = await SealedRound.StartAsync();
        await round.Officer.PostAsync(Shorter, Proposal);

        Assert.Equal(404, (await round.App.As("ola@other", Role.SupplierUser, supplier: "other").PostAsync($"{Shorter}/answers", Yes)).Code);
        Assert.Equal(403, (await round.Officer.PostAsync($"{Shorter}/answers", Yes)).Code);
        Assert.Equal(403, (await round.Bertel.PostAsync(Shorter, Proposal)).Code);
        Assert.Equal(200, (await round.Harald.PostAsync($"{Shorter}/answers", new { number = 1, consents = false })).Code);
        Assert.Equal("shorter-time-over", (await round.Bertel.PostAsync($"{Shorter}/answers", Yes)).Problem);

        Assert.False((await round.Officer.GetAsync("rounds/2021-1/bid-window")).Json.GetProperty("shorterTime").GetProperty("isOpen").GetBoolean());
        Assert.DoesNotContain("harald", (await round.Bertel.GetAsync("rounds/2021-1/messages")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(SealedRound.Closes, (await round.RoundAsync()).Invitation!.Window.Closes);
    }
}
