using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Samkjop.Functions.Http;

/// <summary>Nudges orchestrators after a change. A nudge that fails is no fault of the request: the sweep nudges again.</summary>
public static partial class Nudges
{
    public static async Task NudgeAsync(this DurableTaskClient client, string instanceId, string signal, string id, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            await client.RaiseEventAsync(instanceId, signal, id, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotNudged(logger, instanceId, signal, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not nudge {InstanceId} with {Signal}; the sweep will.")]
    private static partial void LogNotNudged(ILogger logger, string instanceId, string signal, Exception exception);
}
