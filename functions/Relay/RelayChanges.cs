using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.State;

namespace Samkjop.Functions.Relay;

/// <summary>Relays events as soon as the change feed tells of them. It only hastens: what it misses, <see cref="Sweep"/> relays.</summary>
public sealed partial class RelayChanges(EventRelay relay, ILogger<RelayChanges> logger)
{
    [Function(nameof(RelayChanges))]
    public async Task RunAsync(
        [CosmosDBTrigger("samkjop", Containers.Rounds, Connection = "Cosmos", LeaseContainerName = "leases")] IReadOnlyList<ChangedDocument> changes,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes.Where(c => c.Mark == Marks.Pending).Distinct())
        {
            try
            {
                await relay.RelayAsync(change.Kind, change.RoundId, change.Id, cancellationToken);
            }
            catch (StoreException exception)
            {
                LogNotRelayed(logger, change.Kind, change.Id, change.RoundId, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Could not relay the events of {Kind} {Id} of round {RoundId}; they still pend, and the sweep will.")]
    private static partial void LogNotRelayed(ILogger logger, string kind, string id, string roundId, Exception exception);
}
