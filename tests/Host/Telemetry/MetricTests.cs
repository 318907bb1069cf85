using System.Diagnostics.Metrics;
using System.Text;
using Samkjop.Tests.Host.Bids;
using Samkjop.Tests.Host.Webhooks;
using static Samkjop.Tests.Host.Awards.AwardingRound;

namespace Samkjop.Tests.Host.Telemetry;

/// <summary>What requests, uploads and webhooks add to the counters. The gauges are those of the sweep's tests.</summary>
public sealed class MetricTests
{
    [Fact]
    public async Task Receipts_refusals_and_relayed_events_are_counted()
    {
        await using var round = await SealedRound.StartAsync();
        using var metrics = new MetricRecorder(round.App.Service<IMeterFactory>());
        Assert.Equal("role-required", (await round.Auditor.PostAsync("rounds/2021-1/bids")).Problem);
        Assert.Equal(201, (await round.Bertel.PostAsync("rounds/2021-1/bids")).Code);
        var announced = await round.Bertel.PostAsync("rounds/2021-1/bids/bid-bertel/documents", new { purpose = "sheet", lotId = "lot-1", fileName = "lot-1.json" });
        await SealedRound.UploadAsync(announced, Encoding.UTF8.GetBytes(SealedRound.SheetJson()));
        await round.App.SettleAsync();

        Assert.Equal(1, metrics["samkjop.http.refusals samkjop.outcome=role-required http.response.status_code=403"]);
        Assert.Equal(1, metrics["samkjop.receipts samkjop.verdict=accepted"]);
        Assert.True(metrics["samkjop.relay.events"] >= 2);
        Assert.DoesNotContain(metrics.Series, series => series.Contains("bertel", StringComparison.Ordinal) || series.Contains("2021-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhooks_are_counted_by_verdict_and_by_what_became_of_them()
    {
        await using var round = await StartWithOrdersAsync();
        var beta = await SignedSender.StartAsync(round, "beta");
        using var metrics = new MetricRecorder(round.App.Service<IMeterFactory>());
        await beta.SendAsync("m1", SignedSender.Report("order.confirmed"));
        await beta.SendAsync("m2", SignedSender.Report("order.unheard-of"));
        await beta.SendAsync("m3", SignedSender.Report("order.delivered"), signedAt: round.App.Now - NodaTime.Duration.FromHours(1));
        await round.App.SettleAsync();

        Assert.Equal(2, metrics["samkjop.webhooks.verdicts samkjop.verdict=accepted"]);
        Assert.Equal(1, metrics["samkjop.webhooks.verdicts samkjop.verdict=too-old"]);
        Assert.Equal(1, metrics["samkjop.webhooks.outcomes samkjop.outcome=applied"]);
        Assert.Equal(1, metrics["samkjop.webhooks.outcomes samkjop.outcome=unknown-type"]);
    }
}
