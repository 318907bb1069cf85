using System.Diagnostics;
using Samkjop.Decisions;
using Samkjop.Ports;
using Samkjop.Telemetry;

namespace Samkjop.State;

/// <summary>
/// Carries out commands on documents: read, decide with a pure function, write with the ETag, and decide again when somebody else was first.
/// One write stores the new state together with its pending events.
/// </summary>
public sealed class Aggregates(IDocumentStore store, DecisionLinks? links = null)
{
    private const int MaxTries = 10;

    /// <summary>The document as it is; null when there is none.</summary>
    public Task<Stored<T>?> FindAsync<T>(string partitionKey, string id, CancellationToken cancellationToken = default)
        where T : class, IDocument => store.FindAsync<T>(partitionKey, id, cancellationToken);

    /// <summary>Decides on a document that exists.</summary>
    /// <exception cref="StoreException">The store failed; nothing was changed.</exception>
    public async Task<Outcome<T>> DecideAsync<T>(
        string partitionKey, string id, CommandContext command, Func<T, Decision<T>> decide, CancellationToken cancellationToken = default)
        where T : class, IAggregate<T>
    {
        using var span = CommandSpan.Start<T>("decide", partitionKey);
        try
        {
            return span.Tell(await DecideAsync(span, partitionKey, id, command, decide, cancellationToken));
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }
    }

    private async Task<Outcome<T>> DecideAsync<T>(
        Activity? span, string partitionKey, string id, CommandContext command, Func<T, Decision<T>> decide, CancellationToken cancellationToken)
        where T : class, IAggregate<T>
    {
        for (var attempt = 1; ; attempt++)
        {
            span?.SetTag(TelemetryTags.Attempts, attempt);
            var stored = await store.FindAsync<T>(partitionKey, id, cancellationToken);
            if (stored is null)
            {
                return new Outcome<T>.Refused(Refusals.NotFound(T.Kind, id));
            }

            if (command.RequestId is { } request && stored.Document.Ledger.HasCarriedOut(request))
            {
                return new Outcome<T>.Accepted(stored, Changed: false);
            }

            if (command.RequestId is { } key && stored.Document.Ledger.HasCarriedOutAnother(key))
            {
                return new Outcome<T>.Refused(Refusals.KeyReused());
            }

            if (command.IfMatch is { } expected && expected != stored.ETag && expected != stored.Document.Ledger.RelayedFrom)
            {
                return new Outcome<T>.Refused(Refusals.Stale(T.Kind, id));
            }

            switch (decide(stored.Document))
            {
                case Decision<T>.Refused refused:
                    return new Outcome<T>.Refused(refused.Refusal);

                case Decision<T>.Accepted { Events.IsEmpty: true } unchanged when ReferenceEquals(unchanged.State, stored.Document):
                    return new Outcome<T>.Accepted(stored, Changed: false);

                case Decision<T>.Accepted accepted when !stored.Document.Ledger.HasRoomFor(accepted.Events.Length):
                    throw new StoreUnavailableException($"The {T.Kind} '{id}' waits for its earlier events to be recorded. Nothing was changed; try again shortly.");

                case Decision<T>.Accepted accepted:
                    Require(stored.Document, accepted.State);
                    var ledger = stored.Document.Ledger.Record(accepted.Events, command.Now, command.By, command.RequestId, command.Why);
                    Remember(span, stored.Document, accepted.Events.Length);
                    try
                    {
                        return new Outcome<T>.Accepted(await store.ReplaceAsync(accepted.State.With(ledger), stored.ETag, cancellationToken), Changed: true);
                    }
                    catch (DocumentChangedException) when (attempt < MaxTries)
                    {
                        continue;
                    }

                default:
                    throw new InvalidOperationException();
            }
        }
    }

    /// <summary>Creates a document by a decision; repeating the same request returns what it created.</summary>
    /// <exception cref="StoreException">The store failed; nothing was changed.</exception>
    public async Task<Outcome<T>> CreateAsync<T>(CommandContext command, Decision<T> decision, CancellationToken cancellationToken = default)
        where T : class, IAggregate<T>
    {
        if (decision is Decision<T>.Refused refused)
        {
            return new Outcome<T>.Refused(refused.Refusal);
        }

        var accepted = (Decision<T>.Accepted)decision;
        Require(from: null, accepted.State);
        var document = accepted.State.With(Ledger.Empty.Record(accepted.Events, command.Now, command.By, command.RequestId, command.Why));
        using var span = CommandSpan.Start<T>("create", document.PartitionKey);
        Remember(span, document, accepted.Events.Length);
        try
        {
            return span.Tell<T>(new Outcome<T>.Accepted(await store.CreateAsync(document, cancellationToken), Changed: true));
        }
        catch (DocumentExistsException)
        {
            return span.Tell(await CreatedBeforeAsync<T>(command, document.PartitionKey, document.Id, cancellationToken)
                ?? new Outcome<T>.Refused(Refusals.Exists(T.Kind, document.Id)));
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            throw;
        }
    }

    /// <summary>
    /// Creates a document under an id that derives from the request. What the same request created before is returned without deciding again, since
    /// what was allowed then may be refused by now.
    /// </summary>
    /// <exception cref="StoreException">The store failed; nothing was changed.</exception>
    public async Task<Outcome<T>> CreateAsync<T>(
        string partitionKey, string id, CommandContext command, Func<Decision<T>> decide, CancellationToken cancellationToken = default)
        where T : class, IAggregate<T>
    {
        ArgumentNullException.ThrowIfNull(decide);
        return await CreatedBeforeAsync<T>(command, partitionKey, id, cancellationToken) ?? await CreateAsync(command, decide(), cancellationToken);
    }

    /// <summary>The lifecycle has the last word: a decision that leaves it is a fault of the code, and nothing of it is written.</summary>
    private static void Require<T>(T? from, T to)
        where T : class, IAggregate<T>
    {
        if (!T.MayBecome(from, to))
        {
            throw new InvalidOperationException($"A decision would take the {T.Kind} '{to.Id}' of '{to.PartitionKey}' where its lifecycle has no way to. Nothing was changed.");
        }
    }

    /// <summary>Before the write: the relay may be on its way as soon as the store has it.</summary>
    private void Remember(Activity? span, IDocument document, int events)
    {
        if (span is not null)
        {
            span.SetTag(TelemetryTags.Events, events);
            links?.Remember(document, span.Context);
        }
    }

    /// <summary>What stands under the id: the request's own earlier work, or why it cannot be created; null when there is nothing.</summary>
    private async Task<Outcome<T>?> CreatedBeforeAsync<T>(CommandContext command, string partitionKey, string id, CancellationToken cancellationToken)
        where T : class, IAggregate<T>
    {
        var existing = await store.FindAsync<T>(partitionKey, id, cancellationToken);
        return (existing, command.RequestId) switch
        {
            (null, _) => null,
            (_, { } request) when existing.Document.Ledger.HasCarriedOut(request) => new Outcome<T>.Accepted(existing, Changed: false),
            (_, { } request) when existing.Document.Ledger.HasCarriedOutAnother(request) => new Outcome<T>.Refused(Refusals.KeyReused()),
            _ => new Outcome<T>.Refused(Refusals.Exists(T.Kind, id)),
        };
    }
}
