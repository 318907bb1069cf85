using Microsoft.Extensions.Time.Testing;
using Samkjop.Tests.Azure.Azurite;
using Samkjop.Tests.Host.Bids;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>What a supplier meets when Blob Storage is gone, through the whole app.</summary>
public sealed class StorageOutageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Whoever_wants_to_upload_is_told_when_to_try_again_and_does_it_with_the_same_key()
    {
        using var stage = await AzureStage.PrepareAsync(azurite, new FakeTimeProvider(new DateTimeOffset(2021, 5, 12, 9, 30, 0, TimeSpan.Zero)));
        await using var round = await SealedRound.StartAsync(adapters: stage.Elsewhere(keepsListings: false).Adapters);
        await SealedRound.BeginAsync(round.Bertel);

        stage.Outage.Lasts = true;
        var refused = await SealedRound.AnnounceAsync(round.Bertel, key: "a");
        var ready = await round.App.As("nobody", "auditor").GetAsync("health/ready");
        stage.Outage.Lasts = false;

        Assert.Equal((503, "try-again"), (refused.Code, refused.Problem));
        Assert.True(int.Parse(refused.Headers["Retry-After"], null) > 0);
        Assert.Equal(503, ready.Code);
        Assert.NotEqual("ok", ready.Json.GetProperty("checks").GetProperty("blobStore").GetString());

        var announced = await SealedRound.AnnounceAsync(round.Bertel, key: "a");
        var again = await SealedRound.AnnounceAsync(round.Bertel, key: "a");
        Assert.Equal((201, 201), (announced.Code, again.Code));
        Assert.Single((await round.Bertel.GetAsync(SealedRound.BidOf(round.Bertel))).Json.GetProperty("documents").EnumerateArray());
    }
}
