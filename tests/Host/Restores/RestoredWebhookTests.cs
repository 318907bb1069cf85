using NodaTime;
using Samkjop.Purchasing;
using Samkjop.Tests.Host.Awards;
using Samkjop.Tests.Host.Webhooks;

namespace Samkjop.Tests.Host.Restores;

/// <summary>Reports of suppliers' systems that a restore has undone, while the queue and the secrets are later than the documents.</summary>
public sealed class RestoredWebhookTests
{
    private const string OrderId = "order-lot-1-bym";

    [Fact]
    public async Task A_webhook_that_is_sent_again_is_applied_once()
    {
        await using var round = await AwardingRound.StartWithOrdersAsync();
        StateFile.KeepDocuments(round.App.Folder);
        var keys = round.App.KeysUsed;
        using (var before = await SignedSender.StartAsync(round, "beta"))
        {
            Assert.Equal(202, (await before.SendAsync("m1", SignedSender.Report("order.confirmed"))).Code);
            Assert.Equal(202, (await before.SendAsync("m2", SignedSender.Report("order.dispatched"))).Code);
            await round.App.SettleAsync();
        }

        await using var restored = new AwardingRound(await round.App.RestartAsync(whileStopped: StateFile.RestoreDocuments), standstill: false, evidence: false);
        Assert.Equal(OrderState.Placed, (await restored.DocumentAsync<Order>(OrderId)).State);

        restored.App.KeysUsed = keys;
        using var after = await SignedSender.StartAsync(restored, "beta");
        foreach (var id in (string[])["m1", "m1", "m2"])
        {
            Assert.Equal(202, (await after.SendAsync(id, SignedSender.Report(id == "m1" ? "order.confirmed" : "order.dispatched"))).Code);
        }

        await restored.App.AdvanceAsync(Duration.FromHours(1));

        var order = await restored.DocumentAsync<Order>(OrderId);
        Assert.Equal((OrderState.Dispatched, 2), (order.State, order.Entries.Length));
    }

    [Fact]
    public async Task A_queued_report_that_no_document_knows_is_dropped_without_poison()
    {
        await using var round = await AwardingRound.StartWithOrdersAsync();
        await round.App.App.Functions.Queues.EnqueueAsync("webhook-inbox", "beta/webhook-lost", delay: null, TestContext.Current.CancellationToken);
        await round.App.AdvanceAsync(Duration.FromHours(1));

        Assert.Empty((await round.DocumentAsync<Order>(OrderId)).Entries);
        Assert.Equal(0, await round.App.App.Functions.Queues.CountAsync("webhook-inbox-poison"));
    }
}
