namespace Samkjop.Ports;

/// <summary>
/// The store of the truth: JSON documents with optimistic concurrency. Two adapters, Cosmos DB and SQLite, pass one contract suite.
/// Every method may throw <see cref="StoreUnavailableException"/>. A read has changed nothing then; a write may have been carried out, its answer lost.
/// Whoever sends it again knows its own work when it meets it: by the ledger of a decision, the source of an audit entry, or an id that says what about.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Reads one document; null when there is none.</summary>
    /// <exception cref="DocumentTooNewException">The stored schema version is newer than this code writes.</exception>
    Task<Stored<T>?> FindAsync<T>(string partitionKey, string id, CancellationToken cancellationToken = default)
        where T : class, IDocument;

    /// <summary>Creates a document.</summary>
    /// <exception cref="DocumentExistsException">The id is taken within the partition; nothing is changed (409).</exception>
    Task<Stored<T>> CreateAsync<T>(T document, CancellationToken cancellationToken = default)
        where T : class, IDocument;

    /// <summary>Replaces a document if it still carries <paramref name="etag"/>.</summary>
    /// <exception cref="DocumentChangedException">Somebody wrote it meanwhile, or it is gone; nothing is changed (412).</exception>
    Task<Stored<T>> ReplaceAsync<T>(T document, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument;

    /// <summary>Deletes a document if it still carries <paramref name="etag"/>.</summary>
    /// <exception cref="DocumentChangedException">Somebody wrote it meanwhile, or it is gone; nothing is changed (412).</exception>
    Task DeleteAsync<T>(string partitionKey, string id, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument;

    /// <summary>Documents of one kind within a partition, in the order of their ids (ordinal).</summary>
    /// <exception cref="InvalidContinuationException">The continuation is none that this store has given.</exception>
    Task<DocumentPage<T>> ListAsync<T>(string partitionKey, DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument;

    /// <summary>Documents of one kind across partitions, in the order of partition and id (ordinal).</summary>
    /// <exception cref="InvalidContinuationException">The continuation is none that this store has given.</exception>
    Task<DocumentPage<T>> ListAcrossAsync<T>(DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument;
}

/// <param name="Document">The document as read or written.</param>
/// <param name="ETag">Its version; opaque, without quotes.</param>
public sealed record Stored<T>(T Document, string ETag);

/// <param name="Mark">Only documents with this mark; null for all.</param>
/// <param name="IdPrefix">Only ids that begin with this; null for all.</param>
/// <param name="Continuation">Where the page before ended; null for the first.</param>
/// <param name="PageSize">1–1000.</param>
/// <param name="Descending">True: from the last id to the first. A continuation belongs to the order that it was given in.</param>
public sealed record DocumentQuery(string? Mark = null, string? IdPrefix = null, string? Continuation = null, int PageSize = 100, bool Descending = false);

/// <param name="Items">At most a page of documents.</param>
/// <param name="Continuation">Null when this was the last page.</param>
public sealed record DocumentPage<T>(IReadOnlyList<Stored<T>> Items, string? Continuation);
