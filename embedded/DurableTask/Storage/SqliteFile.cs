using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Samkjop.Embedded.Storage;

/// <summary>
/// The one SQLite file of a process and its only writer. Writes of concurrent callers share transactions (group commit);
/// an acknowledged write survives the death of the process. Reads run beside the writer.
/// </summary>
public sealed class SqliteFile : IAsyncDisposable
{
    readonly string path;
    readonly SqliteSession writing;
    readonly GroupWriter writer;
    readonly ConcurrentBag<SqliteSession> readers = [];
    bool closed;

    static SqliteFile() => Batteries_V2.Init();

    SqliteFile(string path, SqliteFileOptions options)
    {
        this.path = path;
        writing = new SqliteSession(Connect(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE));
        writing.Script(Pragmas(options));
        writer = new GroupWriter(writing, options.MaxGroup);
    }

    /// <summary>Opens the file at <paramref name="path"/> and creates it when it is not there; its folder must exist.</summary>
    /// <exception cref="SqliteException">The file cannot be opened or is not a database.</exception>
    public static SqliteFile Open(string path, SqliteFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new SqliteFile(path, options ?? new SqliteFileOptions());
    }

    /// <summary>What has been written since the file was opened.</summary>
    public SqliteFileStatistics Statistics => writer.Statistics;

    /// <summary>Runs <paramref name="ddl"/> (CREATE TABLE IF NOT EXISTS …), at start.</summary>
    public void EnsureSchema(string ddl) => WriteAsync(session => session.Script(ddl)).GetAwaiter().GetResult();

    /// <summary>
    /// Runs <paramref name="write"/> on the writer thread inside the next group transaction; the task completes after the commit.
    /// If it throws, its own changes are rolled back, those of others stay, and the caller gets the exception.
    /// </summary>
    /// <remarks>Keep it short, and free of effects outside the session: after a failure of the disk it may run a second time.</remarks>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        WriteOperation<T> operation = new(write, cancellationToken);
        writer.Add(operation);
        return operation.Task;
    }

    /// <inheritdoc cref="WriteAsync{T}" />
    public Task WriteAsync(Action<SqliteSession> write, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        return WriteAsync(
            session =>
            {
                write(session);
                return true;
            },
            cancellationToken);
    }

    /// <summary>
    /// Runs <paramref name="write"/> with the next transaction, of whomever, and within a twentieth of a second. Nobody waits for it: what has not been
    /// written when the process dies is lost.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public void WriteSoon(Action<SqliteSession> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        writer.AddPatient(new WriteOperation<bool>(
            session =>
            {
                write(session);
                return true;
            },
            CancellationToken.None));
    }

    /// <summary>Runs <paramref name="read"/> on the caller's thread in one snapshot that holds everything committed before the call.</summary>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return WithReader(session =>
        {
            try
            {
                session.BeginRead();
                var answer = read(session);
                session.Commit();
                return answer;
            }
            finally
            {
                session.Rollback();
            }
        });
    }

    /// <summary>As <see cref="Read{T}"/>, for exactly one statement: it is a snapshot by itself and needs no transaction around it.</summary>
    /// <exception cref="ObjectDisposedException">The file is closed.</exception>
    public T ReadOnce<T>(Func<SqliteSession, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return WithReader(read);
    }

    /// <summary>Writes what waits, moves the log into the file and closes it.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref closed, true)) return ValueTask.CompletedTask;
        writer.Dispose();
        while (readers.TryTake(out var reader)) reader.Dispose();
        writing.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes something more with every commit from now on, in the same transaction.</summary>
    internal Task WithEveryCommitAsync(Action<SqliteSession> closing) => WriteAsync(_ => writer.Closing = closing);

    internal void Write(WriteOperation operation) => writer.Add(operation);

    /// <summary>Sets or removes the recorder of everything the writer executes.</summary>
    internal Task RecordAsync(StatementRecorder? recorder) => WriteAsync(session => session.Recorder = recorder);

    T WithReader<T>(Func<SqliteSession, T> read)
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref closed), this);
        if (!readers.TryTake(out var session)) session = OpenReader();
        try
        {
            return read(session);
        }
        finally
        {
            if (Volatile.Read(ref closed)) session.Dispose();
            else readers.Add(session);
        }
    }

    SqliteSession OpenReader()
    {
        SqliteSession reader = new(Connect(path, raw.SQLITE_OPEN_READWRITE));
        reader.Script("PRAGMA query_only=1; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;");
        return reader;
    }

    /// <summary>What the writing connection is told at the beginning.</summary>
    internal static string Pragmas(SqliteFileOptions options) =>
        $"PRAGMA journal_mode=WAL; PRAGMA synchronous={(options.FullSync ? "FULL" : "NORMAL")}; PRAGMA wal_autocheckpoint={options.CheckpointPages}; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=OFF; ";

    internal static sqlite3 Connect(string path, int flags)
    {
        var result = raw.sqlite3_open_v2(path, out var database, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        if (result != raw.SQLITE_OK)
        {
            var reason = database is null ? "no memory" : raw.sqlite3_errmsg(database).utf8_to_string();
            database?.Dispose();
            throw new SqliteException($"The database {path} cannot be opened: {reason}. Nothing was changed; check the folder and the rights on it.", result);
        }

        raw.sqlite3_busy_timeout(database, 5000);
        return database;
    }
}
