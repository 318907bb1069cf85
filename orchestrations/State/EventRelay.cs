using System.Collections.Frozen;
using Samkjop.Orchestrations.Publication;
using Samkjop.Ports;
using Samkjop.Telemetry;

namespace Samkjop.State;

/// <summary>
/// Brings pending events from the documents that decided them to the round's audit log, publishes what they make public, and clears them only afterwards.
/// Each step may be done again: an entry is written once per source, a release once per event, and clearing needs the version that was read.
/// </summary>
public sealed class EventRelay(IDocumentStore store, AuditLog audit, SamkjopMetrics? metrics = null, DecisionLinks? links = null, Publisher? publisher = null)
{
    private static readonly FrozenDictionary<string, RelayedKind> Kinds = RelayedKind.All.ToFrozenDictionary(k => k.Kind, StringComparer.Ordinal);

    private readonly RelayWork _work = new(store, audit, metrics, links, publisher);

    /// <summary>Relays what one document holds back; nothing to do for a document that is gone, has nothing pending or is no aggregate.</summary>
    /// <returns>How many events were relayed.</returns>
    /// <exception cref="StoreException">The store failed; what was not cleared still pends, and relaying again repeats nothing.</exception>
    public async Task<int> RelayAsync(string kind, string partitionKey, string id, CancellationToken cancellationToken = default) =>
        Kinds.TryGetValue(kind, out var relayed) ? await relayed.RelayAsync(_work, partitionKey, id, cancellationToken) : 0;

    /// <summary>Relays everything that pends anywhere.</summary>
    /// <returns>What was found pending.</returns>
    /// <exception cref="StoreException">The store failed; what was not cleared still pends, and relaying again repeats nothing.</exception>
    public async Task<RelayTally> RelayPendingAsync(CancellationToken cancellationToken = default)
    {
        var tally = new RelayTally();
        foreach (var kind in RelayedKind.All)
        {
            await kind.RelayPendingAsync(_work, tally, cancellationToken);
        }

        return tally;
    }
}
