namespace Samkjop.Host.Storage;

/// <summary>The tables of the document store.</summary>
internal static class DocumentTable
{
    /// <summary>
    /// <c>seq</c> counts commits over all containers: it is the ETag and the order of the change feed. <c>expires_at</c> is in milliseconds of
    /// business time since 1970.
    /// </summary>
    public const string Schema = """
        CREATE TABLE IF NOT EXISTS doc_documents (
            row INTEGER PRIMARY KEY,
            container TEXT NOT NULL,
            partition TEXT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            mark TEXT,
            schema_version INTEGER NOT NULL,
            seq INTEGER NOT NULL,
            expires_at INTEGER,
            body TEXT NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS doc_by_id ON doc_documents (container, partition, id);
        CREATE INDEX IF NOT EXISTS doc_by_kind ON doc_documents (kind, partition, id);
        CREATE INDEX IF NOT EXISTS doc_by_mark ON doc_documents (kind, mark, partition, id) WHERE mark IS NOT NULL;
        CREATE UNIQUE INDEX IF NOT EXISTS doc_by_seq ON doc_documents (container, seq);
        CREATE INDEX IF NOT EXISTS doc_by_expiry ON doc_documents (expires_at) WHERE expires_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS doc_sequence (only INTEGER PRIMARY KEY CHECK (only = 1), value INTEGER NOT NULL);
        INSERT OR IGNORE INTO doc_sequence (only, value) VALUES (1, 0);
        """;

    public const string NextSequence = "UPDATE doc_sequence SET value = value + 1 WHERE only = 1 RETURNING value";

    public const string Forget = "DELETE FROM doc_documents WHERE expires_at <= ?1";

    public const string Find = """
        SELECT CAST(body AS BLOB), seq FROM doc_documents
        WHERE container = ?1 AND partition = ?2 AND id = ?3 AND kind = ?4 AND (expires_at IS NULL OR expires_at > ?5)
        """;

    public const string Create = """
        INSERT OR IGNORE INTO doc_documents (container, partition, id, kind, mark, schema_version, seq, expires_at, body)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(?9 AS TEXT))
        """;

    public const string Replace = """
        UPDATE doc_documents SET mark = ?5, schema_version = ?6, seq = ?7, expires_at = ?8, body = CAST(?9 AS TEXT)
        WHERE container = ?1 AND partition = ?2 AND id = ?3 AND kind = ?4 AND seq = ?10 AND (expires_at IS NULL OR expires_at > ?11)
        """;

    public const string Delete = """
        DELETE FROM doc_documents
        WHERE container = ?1 AND partition = ?2 AND id = ?3 AND kind = ?4 AND seq = ?5 AND (expires_at IS NULL OR expires_at > ?6)
        """;

    public const string LastChange = "SELECT MAX(seq) FROM doc_documents WHERE container = ?1";

    public const string Changes = """
        SELECT CAST(body AS BLOB), seq FROM doc_documents
        WHERE container = ?1 AND seq > ?2 AND (expires_at IS NULL OR expires_at > ?3) ORDER BY seq LIMIT ?4
        """;
}
