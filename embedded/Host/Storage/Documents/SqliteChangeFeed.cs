using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Samkjop.Embedded.Functions;
using Samkjop.Embedded.Storage;

namespace Samkjop.Host.Storage;

/// <summary>
/// The change feed of the SQLite document store: the latest version of each document, by the commit that wrote it. Deleted and expired documents
/// are not told of.
/// </summary>
public sealed class SqliteChangeFeed : IChangeFeedSource
{
    private readonly SqliteFile _file;
    private readonly TimeProvider _clock;
    private ImmutableArray<Action<string>> _followers = [];

    /// <param name="file">The file that the documents are in.</param>
    /// <param name="clock">Business time, by which documents expire.</param>
    public SqliteChangeFeed(SqliteFile file, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        _clock = clock;
        file.EnsureSchema(DocumentTable.Schema);
    }

    /// <inheritdoc />
    public Task<ChangeFeedPage> ReadAsync(string container, string? continuation, int max, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var after = continuation is null ? 0 : long.Parse(continuation, CultureInfo.InvariantCulture);
        var rows = _file.ReadOnce(session => session.Query(
            DocumentTable.Changes, row => (Body: Encoding.UTF8.GetString(row.Blob(0)), Sequence: row.Int64(1)),
            container, after, _clock.GetUtcNow().ToUnixTimeMilliseconds(), max));
        return Task.FromResult(new ChangeFeedPage([.. rows.Select(row => row.Body)], Name(rows.Count > 0 ? rows[^1].Sequence : after)));
    }

    /// <inheritdoc />
    public Task<string> EndAsync(string container, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(Name(_file.ReadOnce(session => session.Scalar<long>(DocumentTable.LastChange, container))));
    }

    /// <inheritdoc />
    public IDisposable Subscribe(Action<string> changed)
    {
        ImmutableInterlocked.Update(ref _followers, followers => followers.Add(changed));
        return new Subscription(() => ImmutableInterlocked.Update(ref _followers, followers => followers.Remove(changed)));
    }

    internal void Committed(string container)
    {
        foreach (var follower in _followers)
        {
            follower(container);
        }
    }

    private static string Name(long seq) => seq.ToString(CultureInfo.InvariantCulture);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
