using NodaTime;
using Samkjop.Embedded.DurableTask;
using Samkjop.Embedded.Functions;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Orders;

/// <summary>From ranked lots to the closed round while activities repeat, messages are late, events are lost and replay is forced.</summary>
public sealed class HostileDeliveryTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task The_round_ends_the_same_however_badly_the_platform_behaves(int seed, bool replay)
    {
        await using var round = await StartAsync(
            new DurableEngineOptions { ReplayEveryTurn = replay, Hostile = new HostileMode { Seed = seed } },
            new HostileTriggers { DropEveryFeedBatch = 3, RepeatEveryMessage = 2 });
        await round.AwardAsync();
        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 28, 9, 0));
        foreach (var lot in (string[])["lot-1", "lot-2"])
        {
            Assert.Equal(200, (await round.Manager.PostAsync($"rounds/{Id}/lots/{lot}/contract/signatures")).Code);
            Assert.Equal(200, (await round.Supplier("beta").PostAsync($"rounds/{Id}/lots/{lot}/contract/signatures")).Code);
        }

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 5, 30, 9, 0));
        foreach (var (order, agency) in new[] { ("order-lot-1-bym", "bym"), ("order-lot-1-uke", "uke"), ("order-lot-2-bym", "bym") })
        {
            Assert.Equal(200, (await round.Supplier("beta").PostAsync($"rounds/{Id}/orders/{order}/entries", new { kind = "delivered" })).Code);
            Assert.Equal(200, (await round.Agency(agency).PostAsync($"rounds/{Id}/orders/{order}/acceptance", new { accepted = true })).Code);
        }

        await round.App.AdvanceToAsync(new LocalDateTime(2021, 6, 2, 9, 0));

        Assert.Equal(RoundPhase.Closed, (await round.DocumentAsync<Round>("round")).Phase);
        Assert.Equal(3, (await round.App.Store.ListAsync<Order>(Id, new Samkjop.Ports.DocumentQuery(IdPrefix: "order-"))).Items.Count);
        Assert.Equal(2, (await round.App.Store.ListAsync<Lot>(Id, new Samkjop.Ports.DocumentQuery(IdPrefix: "lot-"))).Items.Count(lot => lot.Document.Phase is LotPhase.Ended));
    }
}
