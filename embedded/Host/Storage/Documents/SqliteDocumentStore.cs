using Microsoft.Data.Sqlite;
using Samkjop.Embedded.Storage;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>The document store in the one SQLite file of the process. A write that has returned survives the death of the process.</summary>
public sealed class SqliteDocumentStore : IDocumentStore
{
    private readonly SqliteFile _file;
    private readonly TimeProvider _clock;
    private readonly SqliteChangeFeed? _feed;
    private readonly ListingCache _listings = new();
    private readonly DocumentCache _cache = new();

    /// <param name="file">The file; its writer must be open.</param>
    /// <param name="clock">Business time, by which documents expire.</param>
    /// <param name="feed">Told of each commit; null when nobody follows the change feed.</param>
    public SqliteDocumentStore(SqliteFile file, TimeProvider clock, SqliteChangeFeed? feed = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        _clock = clock;
        _feed = feed;
        file.EnsureSchema(DocumentTable.Schema);
    }

    /// <inheritdoc />
    public Task<Stored<T>?> FindAsync<T>(string partitionKey, string id, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read(session => session.QueryFirst(
            DocumentTable.Find, _cache.Read<T>, T.Container, partitionKey, id, T.Kind, Now)));
    }

    /// <inheritdoc />
    public Task<Stored<T>> CreateAsync<T>(T document, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        var row = DocumentRow.Of(document, Now);
        return WriteAsync(
            session =>
            {
                session.Execute(DocumentTable.Forget, row.Now);
                var seq = session.Scalar<long>(DocumentTable.NextSequence);
                var created = session.Execute(
                    DocumentTable.Create, row.Container, row.Partition, row.Id, row.Kind, row.Mark, row.SchemaVersion, seq, row.ExpiresAt, row.Body);
                return created == 1 ? new Stored<T>(document, DocumentRow.ETag(seq)) : throw new DocumentExistsException(row.Kind, row.Partition, row.Id);
            },
            row.Kind,
            row.Container,
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<Stored<T>> ReplaceAsync<T>(T document, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        var row = DocumentRow.Of(document, Now);
        return WriteAsync(
            session =>
            {
                var seq = session.Scalar<long>(DocumentTable.NextSequence);
                var replaced = session.Execute(
                    DocumentTable.Replace, row.Container, row.Partition, row.Id, row.Kind, row.Mark, row.SchemaVersion, seq, row.ExpiresAt, row.Body,
                    DocumentRow.Sequence(etag), row.Now);
                return replaced == 1 ? new Stored<T>(document, DocumentRow.ETag(seq)) : throw new DocumentChangedException(row.Kind, row.Partition, row.Id);
            },
            row.Kind,
            row.Container,
            cancellationToken);
    }

    /// <inheritdoc />
    public Task DeleteAsync<T>(string partitionKey, string id, string etag, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        var now = Now;
        return WriteAsync(
            session => session.Execute(DocumentTable.Delete, T.Container, partitionKey, id, T.Kind, DocumentRow.Sequence(etag), now) == 1
                ? true
                : throw new DocumentChangedException(T.Kind, partitionKey, id),
            T.Kind,
            changed: null,
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<DocumentPage<T>> ListAsync<T>(string partitionKey, DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        return ReadPageAsync<T>(partitionKey, query, cancellationToken);
    }

    /// <inheritdoc />
    public Task<DocumentPage<T>> ListAcrossAsync<T>(DocumentQuery query, CancellationToken cancellationToken = default)
        where T : class, IDocument => _listings.ReadAsync(query, () => ReadPageAsync<T>(partitionKey: null, query, cancellationToken));

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    private Task<DocumentPage<T>> ReadPageAsync<T>(string? partitionKey, DocumentQuery query, CancellationToken cancellationToken)
        where T : class, IDocument
    {
        cancellationToken.ThrowIfCancellationRequested();
        var listing = DocumentListing.Of<T>(partitionKey, query, Now);
        return Task.FromResult(Read(session => listing.Run<T>(session, _cache)));
    }

    private T Read<T>(Func<SqliteSession, T> read)
    {
        try
        {
            return _file.ReadOnce(read);
        }
        catch (SqliteException exception)
        {
            throw new StoreUnavailableException("The document store could not be read. Nothing was changed; try again shortly.", exception);
        }
    }

    private async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, string kind, string? changed, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await WriteAsync(write, kind, cancellationToken);
            if (changed is not null)
            {
                _feed?.Committed(changed);
            }

            return answer;
        }
        catch (SqliteException exception)
        {
            throw new StoreUnavailableException(
                "The document store could not be written; is the disk full? Nothing was changed; try again when there is room.", exception);
        }
    }

    private async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, string kind, CancellationToken cancellationToken)
    {
        try
        {
            return await _file.WriteAsync(write, cancellationToken);
        }
        finally
        {
            _listings.Written(kind);
        }
    }
}
