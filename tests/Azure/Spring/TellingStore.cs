using Samkjop.Host.Storage;
using Samkjop.Ports;

namespace Samkjop.Tests.Azure.Spring;

/// <summary>
/// Tells the change feed's followers of each write, as the service's own feed does within a second or so. Half a year of hourly sweeps asks the same
/// lists again and again: between two writes they are asked of Cosmos once, as the embedded host does with SQLite.
/// </summary>
internal sealed class TellingStore(IDocumentStore store, CosmosFeed feed, bool keepsListings) : IDocumentStore
{
    private readonly ListingCache _listings = new();

    public Task<Stored<T>?> FindAsync<T>(string partitionKey, string id, CancellationToken cancellationToken = default)
        where T : class, IDocument => store.FindAsync<T>(partitionKey, id, cancellationToken);

    public async Task<Stored<T>> CreateAsync<T>(T document, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        var stored = await store.CreateAsync(document, cancellationToken);
        Written<T>();
        return stored;
    }

    public async Task<Stored<T>> ReplaceAsync<T>(T document, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        var stored = await store.ReplaceAsync(document, etag, cancellationToken);
        Written<T>();
        return stored;
    }

    public async Task DeleteAsync<T>(string partitionKey, string id, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        await store.DeleteAsync<T>(partitionKey, id, etag, cancellationToken);
        _listings.Written(T.Kind);
    }

    public Task<DocumentPage<T>> ListAsync<T>(string partitionKey, DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument => store.ListAsync<T>(partitionKey, query, cancellationToken);

    public Task<DocumentPage<T>> ListAcrossAsync<T>(DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument => keepsListings
            ? _listings.ReadAsync(query, () => store.ListAcrossAsync<T>(query, cancellationToken))
            : store.ListAcrossAsync<T>(query, cancellationToken);

    private void Written<T>()
        where T : class, IDocument
    {
        _listings.Written(T.Kind);
        feed.Tell(T.Container);
    }
}
