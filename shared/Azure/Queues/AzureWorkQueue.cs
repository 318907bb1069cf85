using System.Text;
using Azure.Storage.Queues;
using Samkjop.Ports;

namespace Samkjop.Azure.Queues;

/// <summary>
/// The app's work on Azure Storage queues. A message is written as base64 of UTF-8, which is what <c>messageEncoding</c> of host.json makes the queue
/// triggers expect, and lives until it has been handled. Queues are made by infra-bicep, never here.
/// </summary>
/// <param name="client">The account's client; its message encoding must be base64.</param>
public sealed class AzureWorkQueue(QueueServiceClient client) : IWorkQueue
{
    private const string Service = "Queue Storage";

    /// <summary>Longest message, in bytes of UTF-8: base64 of it fills the 64 KiB that Azure takes.</summary>
    public const int MaxBytes = 48 * 1024;

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The message is longer than <see cref="MaxBytes"/>; nothing is put on the queue.</exception>
    public Task EnqueueAsync(string queue, string message, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        ArgumentNullException.ThrowIfNull(message);
        var bytes = Encoding.UTF8.GetByteCount(message);
        if (bytes > MaxBytes)
        {
            throw new ArgumentException($"A message of {bytes} bytes is longer than {MaxBytes}. Nothing was put on '{queue}'; send an id and keep the rest in a document.", nameof(message));
        }

        var sender = client.GetQueueClient(queue);
        return AzureFaults.GuardAsync(Service, () => sender.SendMessageAsync(message, visibilityTimeout: null, Forever, cancellationToken), cancellationToken);
    }
}
