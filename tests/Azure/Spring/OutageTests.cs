using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Samkjop.Azure;
using Samkjop.Tests.Azure.Azurite;
using Samkjop.Tests.Azure.Cosmos;
using Samkjop.Tests.Host;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>What people and the process meet when Cosmos DB is slow or gone, through the whole app.</summary>
public sealed class OutageTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private const string Needs = "rounds/2021-1/needs";

    private static readonly TimeSpan Patient = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Impatient = TimeSpan.FromSeconds(1);

    private AzureStage _stage = null!;
    private SpringRound _round = null!;

    public async ValueTask DisposeAsync()
    {
        await _round.DisposeAsync();
        _stage.Dispose();
    }

    [Fact]
    public async Task Throttling_is_ridden_out_and_nobody_notices()
    {
        await OpenAsync(Patient);
        _stage.Cosmos.Faults.Throttle(4, TimeSpan.FromMilliseconds(5));

        Assert.Equal(201, (await _round.Reporter.PostAsync(Needs, SpringRound.Need())).Code);
    }

    [Fact]
    public async Task An_outage_is_told_with_when_to_try_again_and_the_same_key_does_it_once()
    {
        await OpenAsync(Impatient);
        _stage.Cosmos.Faults.Always = new CosmosFault.Answered(HttpStatusCode.ServiceUnavailable);
        var refused = await _round.Reporter.PostAsync(Needs, SpringRound.Need(), key: "a");
        _stage.Cosmos.Faults.Always = null;

        Assert.Equal((503, "try-again"), (refused.Code, refused.Problem));
        Assert.True(int.Parse(refused.Headers["Retry-After"], null) > 0);

        var first = await _round.Reporter.PostAsync(Needs, SpringRound.Need(), key: "a");
        var again = await _round.Reporter.PostAsync(Needs, SpringRound.Need(), key: "a");
        Assert.Equal((201, 201), (first.Code, again.Code));
        Assert.Equal(first.Location, again.Location);
        Assert.Single((await _round.Reporter.GetAsync(Needs)).Json.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_write_whose_answer_is_lost_is_neither_lost_nor_doubled(int after)
    {
        await OpenAsync(Patient);
        for (var i = 0; i < after; i++)
        {
            _stage.Cosmos.Faults.Next(new CosmosFault.Answered(HttpStatusCode.TooManyRequests, TimeSpan.FromMilliseconds(1)));
        }

        _stage.Cosmos.Faults.Next(new CosmosFault.AnswerLost(), times: 1 + after);
        var doubtful = await _round.Reporter.PostAsync(Needs, SpringRound.Need(), key: "b");
        Assert.True(doubtful.Code is 201 or 503, doubtful.Text);

        for (var tries = 0; doubtful.Code == 503 && tries < 10; tries++)
        {
            doubtful = await _round.Reporter.PostAsync(Needs, SpringRound.Need(), key: "b");
        }

        Assert.Equal(201, doubtful.Code);
        Assert.Equal(201, (await _round.Reporter.PostAsync(Needs, SpringRound.Need(), key: "b")).Code);
        Assert.Single((await _round.Reporter.GetAsync(Needs)).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_round_whose_store_is_gone_at_a_deadline_goes_on_when_it_is_back()
    {
        await OpenAsync(Impatient);
        await _round.ApprovedNeedAsync(_round.Reporter, _round.BudgetHolder, SpringRound.Need());
        await _round.App.AdvanceToAsync(SpringRound.LotsAreLocked.PlusMinutes(-10));

        _stage.Cosmos.Faults.Always = new CosmosFault.Refused();
        await _round.App.AdvanceToAsync(SpringRound.LotsAreLocked.PlusHours(1));
        _stage.Cosmos.Faults.Always = null;
        await _round.App.AdvanceToAsync(SpringRound.LotsAreLocked.PlusHours(1).PlusMinutes(15));

        var round = await _round.Officer.GetAsync("rounds/2021-1");
        Assert.Equal("awaitingInvitation", round.Json.GetProperty("phase").GetString());
        Assert.Single(round.Json.GetProperty("lotIds").EnumerateArray());
    }

    /// <summary>A round that takes needs. Whoever waits for the store waits on the machine's clock; where the wait is in vain, a test waits less.</summary>
    private async Task OpenAsync(TimeSpan patience)
    {
        _stage = await AzureStage.PrepareAsync(azurite, new FakeTimeProvider(new DateTimeOffset(2021, 4, 28, 8, 0, 0, TimeSpan.Zero)));
        var adapters = _stage.Elsewhere(keepsListings: false).Adapters;
        _round = await SpringRound.OpenAsync(adapters: services =>
        {
            adapters(services);
            services.PostConfigure<CosmosOptions>(options => options.Patience = patience);
        });
    }
}
