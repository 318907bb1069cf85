using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Samkjop.Functions.Relay;

namespace Samkjop.Tests.Host.Relay;

public sealed class PurgeHistoryTests
{
    private static readonly DateTimeOffset Now = new(2021, 12, 1, 1, 37, 0, TimeSpan.Zero);

    [Fact]
    public async Task Only_what_completed_before_the_retention_time_is_purged()
    {
        var durable = new FakeDurableTaskClient();
        durable.Knows("long-ago", Now.AddDays(-31), OrchestrationRuntimeStatus.Completed);
        durable.Knows("lately", Now.AddDays(-29), OrchestrationRuntimeStatus.Completed, createdAt: Now.AddDays(-300));
        durable.Knows("failed", Now.AddDays(-31), OrchestrationRuntimeStatus.Failed);
        durable.Knows("running", Now.AddDays(-31));

        await new PurgeHistory(Options.Create(new HistoryOptions { RetentionDays = 30 }), new FakeTimeProvider(Now), NullLogger<PurgeHistory>.Instance)
            .RunAsync(new TimerInfo(), durable, TestContext.Current.CancellationToken);

        Assert.Equal(["purge long-ago"], durable.Asked);
    }
}
