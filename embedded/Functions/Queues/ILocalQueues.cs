namespace Samkjop.Embedded.Functions;

/// <summary>The queues of the process: durable, ordered, delivered at least once to the function that listens. On Azure these are Storage queues.</summary>
public interface ILocalQueues
{
    /// <summary>Puts a message on a queue; it survives a crash once the task has completed. It is delivered after <paramref name="delay"/>, or at once.</summary>
    /// <exception cref="ArgumentException">The name is no queue name (3 to 63 of a–z, 0–9 and single '-'), or the message exceeds 48 KiB.</exception>
    public Task EnqueueAsync(string queue, string message, TimeSpan? delay = null, CancellationToken ct = default);

    /// <summary>How many messages a queue holds, those being processed and those that wait included.</summary>
    public Task<int> CountAsync(string queue);
}
