using System.Collections.Concurrent;
using System.Diagnostics;
using Samkjop.Ports;

namespace Samkjop.State;

/// <summary>
/// Where documents were last decided, so that the relay of their events can be linked to the request that brought them about. Kept by this process
/// alone, and while somebody listens: documents hold no telemetry. A relay by another machine has no link.
/// </summary>
public sealed class DecisionLinks
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, ActivityContext> _links = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Remembers a decision; the document's earlier one, and the oldest beyond a thousand, are forgotten.</summary>
    public void Remember(IDocument document, ActivityContext decided)
    {
        ArgumentNullException.ThrowIfNull(document);
        var key = KeyOf(document.PartitionKey, document.Id);
        if (!_links.TryAdd(key, decided))
        {
            _links[key] = decided;
            return;
        }

        _order.Enqueue(key);
        while (_order.Count > Most && _order.TryDequeue(out var oldest))
        {
            _links.TryRemove(oldest, out _);
        }
    }

    /// <summary>The link to the document's last decision; null when none is remembered.</summary>
    public IEnumerable<ActivityLink>? To(string partitionKey, string id) =>
        _links.TryGetValue(KeyOf(partitionKey, id), out var decided) ? [new ActivityLink(decided)] : null;

    private static string KeyOf(string partitionKey, string id) => $"{partitionKey}/{id}";
}
