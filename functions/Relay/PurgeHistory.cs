using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Samkjop.Functions.Relay;

/// <summary>
/// Purges the history of orchestrations that completed longer ago than the retention time. Failed and terminated ones stay until somebody has
/// seen to them.
/// </summary>
public sealed partial class PurgeHistory(IOptions<HistoryOptions> options, TimeProvider clock, ILogger<PurgeHistory> logger)
{
    /// <summary>Every night at 01:37 UTC.</summary>
    public const string Schedule = "0 37 1 * * *";

    [Function(nameof(PurgeHistory))]
    public async Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(durable);
        var before = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
        var completed = new OrchestrationQuery(CreatedTo: before, Statuses: [OrchestrationRuntimeStatus.Completed]);
        var purged = 0;
        await foreach (var instance in durable.GetAllInstancesAsync(completed).WithCancellation(cancellationToken))
        {
            if (instance.LastUpdatedAt < before)
            {
                await durable.PurgeInstanceAsync(instance.InstanceId, cancellationToken);
                purged++;
            }
        }

        if (purged > 0)
        {
            LogPurged(logger, purged, before);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Purged the history of {Count} orchestrations that completed before {Before:u}.")]
    private static partial void LogPurged(ILogger logger, int count, DateTimeOffset before);
}
