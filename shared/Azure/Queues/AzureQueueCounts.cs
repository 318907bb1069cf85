using Azure;
using Azure.Storage.Queues;
using Samkjop.Ports;

namespace Samkjop.Azure.Queues;

/// <summary>
/// How much stands on Azure Storage queues, as the service estimates it. Poison queues are made by the host with their first message, so one that is not
/// there holds nothing.
/// </summary>
public sealed class AzureQueueCounts(QueueServiceClient client) : IQueueCounts
{
    /// <inheritdoc />
    public Task<int> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(queue);
        return AzureFaults.GuardAsync("Queue Storage", () => CountAsync(client.GetQueueClient(queue), cancellationToken), cancellationToken);
    }

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellationToken)
    {
        try
        {
            return (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode is "QueueNotFound")
        {
            return 0;
        }
    }
}
