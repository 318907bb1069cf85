using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Samkjop.Embedded.Storage;

/// <summary>A prepared statement: bind from 1, step, read columns from 0, reset.</summary>
internal sealed class SqliteStatement(SqliteSession session, string sql, sqlite3_stmt handle) : IDisposable
{
    List<object?>? recorded;

    public string Sql => sql;

    public int Columns => raw.sqlite3_column_count(handle);

    public SqliteStatement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, index, value));
        Record(value);
        return this;
    }

    public SqliteStatement Bind(int index, string? value)
    {
        if (value is null) return BindNull(index);
        const int OnStack = 512;
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = null;
        var buffer = most <= OnStack ? stackalloc byte[OnStack] : (rented = ArrayPool<byte>.Shared.Rent(most));
        var length = Encoding.UTF8.GetBytes(value, buffer);
        Check(raw.sqlite3_bind_text(handle, index, buffer[..length]));
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        Record(value);
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, value));
        if (session.Recorder is not null) Record(value.ToArray());
        return this;
    }

    public SqliteStatement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(handle, index));
        Record(null);
        return this;
    }

    public SqliteStatement BindValue(int index, object? value) => value switch
    {
        null or DBNull => BindNull(index),
        string text => Bind(index, text),
        long number => Bind(index, number),
        int number => Bind(index, number),
        short number => Bind(index, number),
        byte number => Bind(index, number),
        bool flag => Bind(index, flag ? 1L : 0L),
        Enum number => Bind(index, Convert.ToInt64(number, null)),
        byte[] blob => Bind(index, blob.AsSpan()),
        ReadOnlyMemory<byte> blob => Bind(index, blob.Span),
        double number => BindDouble(index, number),
        _ => throw new ArgumentException($"A value of type {value.GetType()} cannot be stored. Pass text, a whole number, a double, a boolean or bytes.", nameof(value)),
    };

    /// <summary>True while there is a row to read.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(handle);
            Check(result);
        }

        return false;
    }

    /// <summary>Makes the statement ready for its next use.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(handle);
        if (session.Recorder is not { } recorder) return;
        recorder.Executed(sql, recorded?.ToArray() ?? []);
        recorded?.Clear();
    }

    /// <summary>Runs to the end without reading.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public double Double(int column) => raw.sqlite3_column_double(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public ReadOnlySpan<byte> BlobSpan(int column) => raw.sqlite3_column_blob(handle, column);

    public int ColumnType(int column) => raw.sqlite3_column_type(handle, column);

    public void Dispose() => raw.sqlite3_finalize(handle);

    SqliteStatement BindDouble(int index, double value)
    {
        Check(raw.sqlite3_bind_double(handle, index, value));
        Record(value);
        return this;
    }

    void Record(object? value)
    {
        if (session.Recorder is not null) (recorded ??= []).Add(value);
    }

    void Check(int result)
    {
        if (result != raw.SQLITE_OK) session.Throw(result, sql);
    }
}
