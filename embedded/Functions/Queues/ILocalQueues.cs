using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.Functions;

/// <summary>The queues of the process: durable, ordered, delivered at least once to the function that listens. On Azure these are Storage queues.</summary>
public interface ILocalQueues
{
    /// <summary>Puts a message on a queue; it survives a crash once the task has completed. It is delivered after <paramref name="delay"/>, or at once.</summary>
    /// <exception cref="ArgumentException">The name is no queue name (3 to 63 of a–z, 0–9 and single '-'), or the message exceeds 48 KiB.</exception>
    public Task EnqueueAsync(string queue, string message, TimeSpan? delay = null, CancellationToken ct = default);

    /// <summary>Puts a message on a queue in the transaction of <paramref name="session"/>, so that it is there exactly when the rest is.</summary>
    /// <returns>Tells the function that listens; to be called after the commit. A message that was not told of is found at the next start.</returns>
    /// <exception cref="ArgumentException">As for <see cref="EnqueueAsync"/>; the transaction is rolled back by it.</exception>
    public Action Enqueue(SqliteSession session, string queue, string message);

    /// <summary>How many messages a queue holds, those being processed and those that wait included.</summary>
    public Task<int> CountAsync(string queue);
}
