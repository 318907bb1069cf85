using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Samkjop.Orchestrations.Purchasing;

namespace Samkjop.Functions.Purchasing.Bids;

/// <summary>Gives a receipt when the store tells that it has committed an upload (Event Grid's BlobCreated through a storage queue).</summary>
public sealed partial class RegisterBidUpload(BidUploads uploads, ILogger<RegisterBidUpload> logger)
{
    /// <summary>The queue that Event Grid delivers to.</summary>
    public const string Queue = Ports.WorkQueues.BidUploads;

    [Function(nameof(RegisterBidUpload))]
    public async Task RunAsync([QueueTrigger(Queue, Connection = "Storage")] string message, CancellationToken cancellationToken)
    {
        if (BlobCreated.NameIn(message, Ports.BlobContainers.Bids) is { } name)
        {
            await uploads.RegisterAsync(name, cancellationToken);
        }
        else
        {
            LogDropped(logger);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message in the queue of bid uploads tells of no bid document and is dropped; the hourly listing finds what it may have meant.")]
    private static partial void LogDropped(ILogger logger);
}
