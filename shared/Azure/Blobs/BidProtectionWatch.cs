using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Samkjop.Ports;

namespace Samkjop.Azure.Blobs;

/// <summary>Tells in the log, at the start of the host, what the container of bids lacks. Never keeps the app from starting.</summary>
internal sealed partial class BidProtectionWatch(BidProtection protection, ILogger<BidProtectionWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var lack in await protection.FindLacksAsync(stoppingToken))
            {
                LogLack(logger, lack);
            }
        }
        catch (StoreUnavailableException exception)
        {
            LogUnseen(logger, exception);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Lack}")]
    private static partial void LogLack(ILogger logger, string lack);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether bids are protected could not be seen; the next start looks again.")]
    private static partial void LogUnseen(ILogger logger, Exception exception);
}
