using Samkjop.Embedded.Storage;

namespace Samkjop.Embedded.Functions.Feeds;

/// <summary>How far each change-feed function has read.</summary>
internal sealed class FeedCheckpoints(SqliteFile file)
{
    public const string Schema =
        "CREATE TABLE IF NOT EXISTS fn_feed_checkpoints (lease TEXT PRIMARY KEY, continuation TEXT) WITHOUT ROWID;";

    /// <summary>Whether the lease has a checkpoint, and which; a lease may stand before the first change with none.</summary>
    public (bool Known, string? Continuation) Read(string lease) =>
        file.ReadOnce(session => session.QueryFirst(
            "SELECT continuation FROM fn_feed_checkpoints WHERE lease = ?1", row => (true, row.TextOrNull(0)), lease));

    public Task SaveAsync(string lease, string? continuation) =>
        file.WriteAsync(session => session.Execute(
            "INSERT INTO fn_feed_checkpoints (lease, continuation) VALUES (?1, ?2) ON CONFLICT (lease) DO UPDATE SET continuation = ?2",
            lease, continuation));
}
