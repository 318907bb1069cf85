using Samkjop.Health;
using Samkjop.Ports;

namespace Samkjop.Functions.Health.Parts;

/// <summary>The queues answer, and no message was given up.</summary>
internal sealed class QueuesPart(IQueueCounts queues) : IPlatformPart
{
    public string Name => "queues";

    public string Consequence => "what waits on them is done later, by the hourly sweeps at the latest. Check the storage and the app's access to it";

    public async Task<PartFinding> LookAsync(CancellationToken cancellationToken)
    {
        var given = new List<string>();
        foreach (var queue in PoisonQueues.All)
        {
            if (await queues.CountAsync(queue, cancellationToken) is > 0 and var count)
            {
                given.Add($"{queue}: {count}");
            }
        }

        return given.Count == 0
            ? PartFinding.Fine()
            : new PartFinding(
                PartState.Degraded,
                "messages were given up after their last try. What they told is kept in the documents and swept up hourly; find the cause in the log, then delete them from the poison queue",
                string.Join(", ", given));
    }
}
