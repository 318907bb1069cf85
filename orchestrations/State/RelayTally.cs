using System.Collections.Immutable;
using NodaTime;
using Samkjop.Decisions;
using Samkjop.Orchestrations.Publication;
using Samkjop.Ports;
using Samkjop.Telemetry;

namespace Samkjop.State;

/// <summary>What a relay of everything found pending.</summary>
public sealed class RelayTally
{
    private readonly HashSet<string> _partitions = new(StringComparer.Ordinal);

    /// <summary>Partition keys of the documents.</summary>
    public IReadOnlySet<string> Partitions => _partitions;

    /// <summary>How many documents.</summary>
    public int Documents { get; private set; }

    /// <summary>When the oldest of their events was decided, UTC; null when there was none.</summary>
    public Instant? Oldest { get; private set; }

    internal void Add(string partitionKey, ImmutableArray<PendingEvent> pending)
    {
        _partitions.Add(partitionKey);
        Documents++;
        Oldest = pending is [var first, ..] && !(Oldest <= first.At) ? first.At : Oldest;
    }
}

/// <summary>What relaying takes.</summary>
internal sealed record RelayWork(IDocumentStore Store, AuditLog Audit, SamkjopMetrics? Metrics, DecisionLinks? Links, Publisher? Publisher);
