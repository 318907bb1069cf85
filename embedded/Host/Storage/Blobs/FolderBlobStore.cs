using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NodaTime;
using Samkjop.Embedded.Storage;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>
/// Blobs in a folder, their properties in the SQLite file. Content is received into a file of its own and flushed; then one row commits it, with
/// the instant of the commit by the business clock; then the file is moved to its place. A crash in between is mended at the next start: what has
/// a row is moved, what has none was never received.
/// </summary>
public sealed class FolderBlobStore : IBlobStore
{
    private const int ListPage = 500;
    private const string IncomingFolder = ".incoming";
    private const string LastCharacter = "\U0010FFFF";

    private readonly SqliteFile _file;
    private readonly TimeProvider _clock;
    private readonly UploadSigner _signer;
    private readonly FolderBlobStoreOptions _options;
    private readonly string _incoming;

    /// <param name="file">Holds the blobs' properties.</param>
    /// <param name="clock">Business time: commits and expiry of uploads.</param>
    /// <param name="signer">Signs upload URLs.</param>
    /// <param name="options">Where blobs lie.</param>
    public FolderBlobStore(SqliteFile file, TimeProvider clock, UploadSigner signer, FolderBlobStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(options);
        (_file, _clock, _signer, _options) = (file, clock, signer, options);
        _incoming = Directory.CreateDirectory(Path.Combine(options.Folder, IncomingFolder)).FullName;
        file.EnsureSchema(BlobTable.Schema);
        Mend();
    }

    /// <inheritdoc />
    public Task<UploadTicket> IssueUploadAsync(string container, string name, Duration validFor, CancellationToken cancellationToken = default)
    {
        _ = BlobPath.Of(container, name);
        var expires = Instant.FromUnixTimeSeconds((Instant.FromDateTimeOffset(_clock.GetUtcNow()) + validFor).ToUnixTimeSeconds());
        return Task.FromResult(new UploadTicket(
            "PUT", _signer.Sign(_options.Address(), container, name, expires), UploadContract.Headers, _options.MaxUploadBytes, expires));
    }

    /// <inheritdoc />
    public Task<BlobProperties?> FindAsync(string container, string name, CancellationToken cancellationToken = default) =>
        Task.FromResult(_file.ReadOnce(session => session.QueryFirst(BlobTable.Find, Properties, container, name)));

    /// <inheritdoc />
    public async IAsyncEnumerable<BlobProperties> ListAsync(string container, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Behind every commit that has its instant already: a list made at closing misses none that was in time.
        await _file.WriteAsync(static _ => { }, cancellationToken);
        var last = "";
        List<BlobProperties> page;
        do
        {
            var (from, seen) = (last.Length > 0 ? last : prefix, last);
            page = _file.ReadOnce(session => session.Query(BlobTable.List, Properties, container, from, prefix + LastCharacter, seen, ListPage));
            foreach (var blob in page)
            {
                yield return blob;
            }

            last = page.Count > 0 ? page[^1].Name : last;
        }
        while (page.Count == ListPage);
    }

    /// <inheritdoc />
    public Task<Stream> OpenReadAsync(string container, string name, CancellationToken cancellationToken = default)
    {
        var incoming = _file.ReadOnce(session => session.Scalar<string>(BlobTable.Incoming, container, name)) ?? throw new BlobMissingException(container, name);
        var place = PlaceOf(container, name);
        return Task.FromResult<Stream>(TryOpen(place) ?? TryOpen(Path.Combine(_incoming, incoming)) ?? TryOpen(place)
            ?? throw new StoreUnavailableException($"The content of blob '{name}' in '{container}' is not at {place}. Its receipt was kept; put the file back from a backup."));
    }

    /// <inheritdoc />
    public async Task<BlobProperties> CreateAsync(
        string container, string name, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken = default)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        return await CreateAsync(container, name, stream, contentType, static (_, _) => { }, cancellationToken);
    }

    /// <summary>Creates a blob from a stream of unknown length, and in the same commit what <paramref name="together"/> writes.</summary>
    /// <exception cref="BlobExistsException">The name is taken; nothing is changed.</exception>
    /// <exception cref="BlobTooLargeException">There is more than the store takes; nothing is kept.</exception>
    public async Task<BlobProperties> CreateAsync(
        string container, string name, Stream content, string contentType, Action<SqliteSession, BlobProperties> together, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(together);
        var place = PlaceOf(container, name);
        if (await FindAsync(container, name, cancellationToken) is not null)
        {
            throw new BlobExistsException(container, name);
        }

        var incoming = await IncomingFile.ReceiveAsync(content, _incoming, _options.HardMaxBytes, _options.FlushToDisk, cancellationToken);
        var committed = false;
        try
        {
            var properties = await _file.WriteAsync(
                session =>
                {
                    var blob = Commit(session, container, name, contentType, incoming);
                    together(session, blob);
                    return blob;
                },
                CancellationToken.None);
            committed = true;
            Move(incoming.Path, place);
            return properties;
        }
        catch (SqliteException exception)
        {
            throw new StoreUnavailableException("The blob could not be committed; is the disk full? Nothing was kept; try again when there is room.", exception);
        }
        finally
        {
            if (!committed)
            {
                incoming.Discard();
            }
        }
    }

    private BlobProperties Commit(SqliteSession session, string container, string name, string contentType, IncomingFile incoming)
    {
        var at = Instant.FromDateTimeOffset(_clock.GetUtcNow());
        return session.Execute(BlobTable.Commit, container, name, incoming.Size, incoming.Sha256, contentType, at.ToUnixTimeTicks(), incoming.Name) == 1
            ? new BlobProperties(container, name, incoming.Size, at, incoming.Sha256)
            : throw new BlobExistsException(container, name);
    }

    private void Mend()
    {
        foreach (var received in Directory.EnumerateFiles(_incoming))
        {
            var blobs = _file.ReadOnce(session => session.Query(
                BlobTable.Received, row => (Container: row.Text(0), Name: row.Text(1)), Path.GetFileName(received)));
            if (blobs is [var blob])
            {
                Move(received, PlaceOf(blob.Container, blob.Name));
            }
            else
            {
                File.Delete(received);
            }
        }
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Move(string received, string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(received, place, overwrite: true);
    }

    private string PlaceOf(string container, string name) => Path.Combine(_options.Folder, BlobPath.Of(container, name));

    private static BlobProperties Properties(SqliteRow row) =>
        new(row.Text(0), row.Text(1), row.Int64(2), Instant.FromUnixTimeTicks(row.Int64(3)), row.Text(4));
}
