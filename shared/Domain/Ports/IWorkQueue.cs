namespace Samkjop.Ports;

/// <summary>Work that is done soon, at least once, by a queue trigger. Messages are ids: whoever does the work reads the truth.</summary>
public interface IWorkQueue
{
    /// <summary>Puts a message on a queue; durable when the task has completed.</summary>
    /// <param name="queue">One of <see cref="WorkQueues"/>.</param>
    /// <param name="message">At most 48 KiB of UTF-8: as base64 the 64 KiB that Azure's queues take.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The queue cannot be reached; a sweep puts the message there later.</exception>
    Task EnqueueAsync(string queue, string message, CancellationToken cancellationToken = default);
}

/// <summary>Names of the queues. Wire format.</summary>
public static class WorkQueues
{
    /// <summary>Uploads that the blob store has committed, as Event Grid tells them (BlobCreated).</summary>
    public const string BidUploads = "bid-uploads";

    /// <summary>Webhooks received and stored, to be applied; the message is an entry's <c>{supplierId}/{id}</c>.</summary>
    public const string WebhookInbox = "webhook-inbox";
}
