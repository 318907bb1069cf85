namespace Samkjop.Embedded.DurableTask.Store;

/// <summary>
/// The engine's tables. The history of the current run is the truth: what is scheduled and not answered there is what
/// recovery takes up again, so activities and timers need no rows of their own. Traced orchestrations have a row that says what started them. Histories and messages share one sequence,
/// the order in which they became durable. Instants are UTC ticks.
/// </summary>
internal static class DurableSchema
{
    public const string Ddl =
        """
        CREATE TABLE IF NOT EXISTS dt_instance (
            no INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            status INTEGER NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            generation INTEGER NOT NULL,
            start_at INTEGER,
            parent INTEGER,
            link BLOB,
            tags TEXT,
            input TEXT,
            custom TEXT
        );
        CREATE INDEX IF NOT EXISTS dt_instance_parent ON dt_instance (parent) WHERE parent IS NOT NULL;
        CREATE TABLE IF NOT EXISTS dt_history (
            seq INTEGER PRIMARY KEY,
            instance INTEGER NOT NULL,
            events BLOB NOT NULL
        );
        CREATE INDEX IF NOT EXISTS dt_history_instance ON dt_history (instance);
        CREATE TABLE IF NOT EXISTS dt_message (
            seq INTEGER PRIMARY KEY,
            instance INTEGER NOT NULL,
            generation INTEGER,
            event BLOB NOT NULL
        );
        CREATE TABLE IF NOT EXISTS dt_trace (
            instance INTEGER PRIMARY KEY,
            parent TEXT NOT NULL,
            state TEXT
        );
        CREATE TABLE IF NOT EXISTS dt_clock (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            now INTEGER NOT NULL
        );
        """;
}
