using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Samkjop.Embedded.Storage;

/// <summary>One connection within a write or a read. Statements are prepared once per SQL text; parameters are ?1, ?2 …</summary>
/// <remarks>Used by one thread at a time, and only while the delegate that received it runs.</remarks>
public sealed class SqliteSession : IDisposable
{
    readonly sqlite3 database;
    readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    internal SqliteSession(sqlite3 database) => this.database = database;

    internal StatementRecorder? Recorder { get; set; }

    internal bool InTransaction => raw.sqlite3_get_autocommit(database) == 0;

    internal long LastInsertId => raw.sqlite3_last_insert_rowid(database);

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    /// <exception cref="SqliteException">SQLite refused.</exception>
    public int Execute(string sql, params ReadOnlySpan<object?> args)
    {
        Prepare(sql, args).Run();
        return raw.sqlite3_changes(database);
    }

    /// <summary>The first column of the first row; default when there is no row or it is null.</summary>
    public T? Scalar<T>(string sql, params ReadOnlySpan<object?> args)
    {
        var statement = Prepare(sql, args);
        try
        {
            return statement.Step() ? new SqliteRow(statement).Value<T>(0) : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>All rows, mapped in order.</summary>
    public List<T> Query<T>(string sql, Func<SqliteRow, T> map, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(map);
        var statement = Prepare(sql, args);
        try
        {
            List<T> rows = [];
            while (statement.Step()) rows.Add(map(new SqliteRow(statement)));
            return rows;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>The first row, mapped; default when there is none.</summary>
    public T? QueryFirst<T>(string sql, Func<SqliteRow, T> map, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(map);
        var statement = Prepare(sql, args);
        try
        {
            return statement.Step() ? map(new SqliteRow(statement)) : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in statements.Values) statement.Dispose();
        statements.Clear();
        database.Dispose();
    }

    internal SqliteStatement Prepare(string sql)
    {
        if (statements.TryGetValue(sql, out var known)) return known;
        var result = raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        if (result != raw.SQLITE_OK) Throw(result, sql);
        return statements[sql] = new SqliteStatement(this, sql, handle);
    }

    internal void Script(string sql)
    {
        var result = raw.sqlite3_exec(database, sql, out _);
        if (result != raw.SQLITE_OK) Throw(result, sql);
    }

    internal void Begin() => Prepare("BEGIN IMMEDIATE").Run();

    internal void BeginRead() => Prepare("BEGIN").Run();

    internal void Commit() => Prepare("COMMIT").Run();

    internal void Savepoint() => Prepare("SAVEPOINT one").Run();

    internal void ReleaseSavepoint() => Prepare("RELEASE one").Run();

    internal void RollbackToSavepoint()
    {
        Prepare("ROLLBACK TO one").Run();
        ReleaseSavepoint();
    }

    internal void Rollback()
    {
        if (InTransaction) Prepare("ROLLBACK").Run();
    }

    internal void Throw(int result, string sql) => throw new SqliteException(
        $"SQLite refused ({raw.sqlite3_errmsg(database).utf8_to_string()}) while running: {sql}",
        result,
        raw.sqlite3_extended_errcode(database));

    SqliteStatement Prepare(string sql, ReadOnlySpan<object?> args)
    {
        var statement = Prepare(sql);
        for (var i = 0; i < args.Length; i++) statement.BindValue(i + 1, args[i]);
        return statement;
    }
}
