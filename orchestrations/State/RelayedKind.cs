using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Complaints;
using Samkjop.Purchasing.Evidence;
using Samkjop.Purchasing.Access;
using Samkjop.Purchasing.Fleet;
using Samkjop.Serialization;
using Samkjop.Telemetry;

namespace Samkjop.State;

/// <summary>A kind of document whose pending events are relayed.</summary>
public abstract class RelayedKind
{
    private RelayedKind(string kind) => Kind = kind;

    /// <summary>Every kind of aggregate; a new one is added here.</summary>
    public static IReadOnlyList<RelayedKind> All { get; } =
    [
        Of<Round>(),
        Of<Need>(),
        Of<Lot>(),
        Of<Bid>(),
        Of<Question>(),
        Of<Evaluation>(),
        Of<WinnerEvidence>(),
        Of<Complaint>(),
        Of<Order>(),
        Of<Disposal>(),
        Of<BusinessSecret>(),
        Of<AccessRequest>(),
    ];

    /// <summary>The kind as persisted.</summary>
    public string Kind { get; }

    /// <summary>Every document of the kind in a partition, by id, as it is stored but for what it remembers of commands.</summary>
    public abstract IAsyncEnumerable<byte[]> StoredAsync(IDocumentStore store, string partitionKey, CancellationToken cancellationToken);

    internal abstract Task<int> RelayAsync(RelayWork work, string partitionKey, string id, CancellationToken cancellationToken);

    internal abstract Task RelayPendingAsync(RelayWork work, RelayTally tally, CancellationToken cancellationToken);

    private static Typed<T> Of<T>()
        where T : class, IAggregate<T> => new();

    private sealed class Typed<T>() : RelayedKind(T.Kind)
        where T : class, IAggregate<T>
    {
        public override IAsyncEnumerable<byte[]> StoredAsync(IDocumentStore store, string partitionKey, CancellationToken cancellationToken) =>
            store.AllAsync<T>(partitionKey, cancellationToken: cancellationToken).Select(stored => DocumentJson.Write(stored.Document.With(Ledger.Empty)));

        internal override async Task<int> RelayAsync(RelayWork work, string partitionKey, string id, CancellationToken cancellationToken)
        {
            var stored = await work.Store.FindAsync<T>(partitionKey, id, cancellationToken);
            return stored is null ? 0 : await RelayAsync(work, stored, cancellationToken);
        }

        internal override async Task RelayPendingAsync(RelayWork work, RelayTally tally, CancellationToken cancellationToken)
        {
            await foreach (var stored in work.Store.AllAcrossAsync<T>(Marks.Pending, cancellationToken))
            {
                tally.Add(stored.Document.PartitionKey, stored.Document.Ledger.Pending);
                await RelayAsync(work, stored, cancellationToken);
            }
        }

        private static async Task<int> RelayAsync(RelayWork work, Stored<T> stored, CancellationToken cancellationToken)
        {
            if (stored.Document.Ledger.Pending.IsEmpty)
            {
                return 0;
            }

            using var span = CommandSpan.Start<T>("relay", stored.Document.PartitionKey, work.Links?.To(stored.Document.PartitionKey, stored.Document.Id));
            try
            {
                var relayed = await RelayEachAsync(work, stored, cancellationToken);
                span?.SetTag(TelemetryTags.Events, relayed);
                work.Metrics?.Relayed(relayed);
                return relayed;
            }
            catch (Exception exception)
            {
                span.Fail(exception);
                throw;
            }
        }

        private static async Task<int> RelayEachAsync(RelayWork work, Stored<T> stored, CancellationToken cancellationToken)
        {
            var relayed = 0;
            for (var current = stored; current is { Document.Ledger.Pending: { IsEmpty: false } pending };)
            {
                var document = current.Document;
                foreach (var waiting in pending)
                {
                    await work.Audit.AppendAsync(document.PartitionKey, $"{T.Kind}/{document.Id}#{waiting.Sequence}", waiting, cancellationToken);
                    if (work.Publisher is { } publisher)
                    {
                        await publisher.PublishAsync(document, waiting, cancellationToken);
                    }
                }

                try
                {
                    await work.Store.ReplaceAsync(document.With(document.Ledger.Relayed(pending[^1].Sequence, current.ETag)), current.ETag, cancellationToken);
                    return relayed + pending.Length;
                }
                catch (DocumentChangedException)
                {
                    relayed += pending.Length;
                    current = await work.Store.FindAsync<T>(document.PartitionKey, document.Id, cancellationToken);
                }
            }

            return relayed;
        }
    }
}
