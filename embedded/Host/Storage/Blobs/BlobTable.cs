namespace Samkjop.Host.Storage;

/// <summary>The table of blobs. The row is the commit: a file without one was never received.</summary>
internal static class BlobTable
{
    /// <summary>
    /// <c>committed_at</c> is in ticks of 100 ns of business time since 1970; <c>incoming</c> names the file that the content was received into,
    /// whence it is moved to its place.
    /// </summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS blob_blobs (
            container TEXT NOT NULL,
            name TEXT NOT NULL,
            size INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            content_type TEXT NOT NULL,
            committed_at INTEGER NOT NULL,
            incoming TEXT NOT NULL UNIQUE,
            PRIMARY KEY (container, name)) WITHOUT ROWID;
        """;

    public const string Commit = """
        INSERT OR IGNORE INTO blob_blobs (container, name, size, sha256, content_type, committed_at, incoming) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        """;

    public const string Received = "SELECT container, name FROM blob_blobs WHERE incoming = ?1";

    public const string Incoming = "SELECT incoming FROM blob_blobs WHERE container = ?1 AND name = ?2";

    public const string Find = "SELECT container, name, size, committed_at, sha256 FROM blob_blobs WHERE container = ?1 AND name = ?2";

    public const string List = """
        SELECT container, name, size, committed_at, sha256 FROM blob_blobs
        WHERE container = ?1 AND name >= ?2 AND name < ?3 AND name <> ?4 ORDER BY name LIMIT ?5
        """;
}
