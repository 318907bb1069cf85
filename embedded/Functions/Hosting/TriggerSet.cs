using Samkjop.Embedded.Functions.Feeds;
using Samkjop.Embedded.Functions.Queues;
using Samkjop.Embedded.Functions.Timers;
using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.Functions.Hosting;

/// <summary>Everything that starts functions without a request.</summary>
internal sealed class TriggerSet(
    TimerWheel wheel,
    TimerStatusStore statuses,
    IReadOnlyList<TimerFunction> timers,
    IReadOnlyList<QueueFunction> queues,
    IReadOnlyList<FeedFunction> feeds)
{
    private readonly List<IDisposable> _nudges = [];

    public static void EnsureSchema(SqliteFile file) =>
        file.EnsureSchema(TimerStatusStore.Schema + LocalQueues.Schema + FeedCheckpoints.Schema);

    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var queue in queues)
            queue.Start();
        foreach (var feed in feeds)
            _nudges.Add(await feed.StartAsync(cancellation));
        foreach (var timer in timers)
            timer.Start();
    }

    public void Stop()
    {
        wheel.Stop();
        foreach (var nudge in _nudges)
            nudge.Dispose();
        _nudges.Clear();
    }

    /// <summary>Completes when what the timers recorded is durable.</summary>
    public Task FlushAsync() => statuses.FlushAsync();
}
