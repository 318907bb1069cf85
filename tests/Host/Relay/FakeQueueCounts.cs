using Samkjop.Ports;

namespace Samkjop.Tests.Host.Relay;

/// <summary>A fake: queues hold what the test says; nothing is ever on them.</summary>
internal sealed class FakeQueueCounts : IQueueCounts
{
    public Dictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public Task<int> CountAsync(string queue, CancellationToken cancellationToken = default) => Task.FromResult(Counts.GetValueOrDefault(queue));
}
