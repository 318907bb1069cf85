using Samkjop.Embedded.Functions;
using Samkjop.Ports;

namespace Samkjop.Host;

/// <summary>The app's queue on the embedded host's own queues, in the one SQLite file.</summary>
internal sealed class LocalWorkQueue(ILocalQueues queues) : IWorkQueue, IQueueCounts
{
    public Task EnqueueAsync(string queue, string message, CancellationToken cancellationToken = default) =>
        queues.EnqueueAsync(queue, message, delay: null, cancellationToken);

    public Task<int> CountAsync(string queue, CancellationToken cancellationToken = default) => queues.CountAsync(queue);
}
