using Samkjop.Ports;
using Samkjop.Purchasing;
using Samkjop.State;

namespace Samkjop.Orchestrations.Purchasing;

/// <summary>Reading what belongs to a round.</summary>
public static class RoundDocuments
{
    /// <summary>Every lot of the round, by id.</summary>
    public static Task<IReadOnlyList<Lot>> LotsAsync(this IDocumentStore store, string roundId, CancellationToken cancellationToken) =>
        store.EveryAsync<Lot>(roundId, "lot-", cancellationToken);

    /// <summary>Every order of a lot, by agency.</summary>
    public static Task<IReadOnlyList<Order>> OrdersOfAsync(this IDocumentStore store, string roundId, string lotId, CancellationToken cancellationToken) =>
        store.EveryAsync<Order>(roundId, $"order-{lotId}-", cancellationToken);

    /// <summary>Every document of a kind in the round, by id.</summary>
    public static async Task<IReadOnlyList<T>> EveryAsync<T>(this IDocumentStore store, string roundId, string? idPrefix, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(store);
        var documents = new List<T>();
        await foreach (var stored in store.AllAsync<T>(roundId, idPrefix, cancellationToken))
        {
            documents.Add(stored.Document);
        }

        return documents;
    }

    /// <summary>The round.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task<Round> RequiredRoundAsync(this IDocumentStore store, string roundId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return (await store.FindAsync<Round>(roundId, "round", cancellationToken))?.Document
            ?? throw new InvalidOperationException($"There is no round '{roundId}'. Create its document first, then start its orchestration.");
    }

    /// <summary>A lot of a round.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static async Task<Lot> RequiredLotAsync(this IDocumentStore store, string roundId, string lotId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        return (await store.FindAsync<Lot>(roundId, lotId, cancellationToken))?.Document
            ?? throw new InvalidOperationException($"There is no lot '{lotId}' in round '{roundId}'.");
    }
}
