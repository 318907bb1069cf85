namespace Samkjop.Ports;

/// <summary>How much stands on the queues.</summary>
public interface IQueueCounts
{
    /// <summary>Messages on a queue, about; 0 for a queue that does not exist.</summary>
    /// <exception cref="StoreUnavailableException">The queue cannot be reached.</exception>
    Task<int> CountAsync(string queue, CancellationToken cancellationToken = default);
}

/// <summary>Where messages end up that were tried as often as host.json says and failed each time. Wire format.</summary>
public static class PoisonQueues
{
    /// <summary>What the host appends to a queue's name.</summary>
    public const string Suffix = "-poison";

    /// <summary>Every poison queue of the app.</summary>
    public static IReadOnlyList<string> All { get; } = [WorkQueues.BidUploads + Suffix, WorkQueues.WebhookInbox + Suffix];
}
