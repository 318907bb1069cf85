using SQLitePCL;

namespace Samkjop.Embedded.Storage;

/// <summary>The row a query stands on. Columns count from 0. Valid only while it is being mapped.</summary>
public readonly struct SqliteRow
{
    readonly SqliteStatement statement;

    internal SqliteRow(SqliteStatement statement) => this.statement = statement;

    /// <summary>Text of a column that is not null.</summary>
    public string Text(int i) => statement.Text(i);

    /// <summary>Text, or null.</summary>
    public string? TextOrNull(int i) => statement.IsNull(i) ? null : statement.Text(i);

#pragma warning disable CA1720 // The storage class is what the name says.
    /// <summary>A whole number of a column that is not null.</summary>
    public long Int64(int i) => statement.Int64(i);

    /// <summary>A whole number, or null.</summary>
    public long? Int64OrNull(int i) => statement.IsNull(i) ? null : statement.Int64(i);
#pragma warning restore CA1720

    /// <summary>Bytes of a column that is not null.</summary>
    public byte[] Blob(int i) => statement.Blob(i);

    /// <summary>Bytes, or null.</summary>
    public byte[]? BlobOrNull(int i) => statement.IsNull(i) ? null : statement.Blob(i);

    /// <summary>Whether the column is null.</summary>
    public bool IsNull(int i) => statement.IsNull(i);

    internal ReadOnlySpan<byte> BlobSpan(int i) => statement.BlobSpan(i);

    internal T? Value<T>(int i)
    {
        object? value = statement.ColumnType(i) switch
        {
            raw.SQLITE_NULL => null,
            raw.SQLITE_INTEGER => statement.Int64(i),
            raw.SQLITE_FLOAT => statement.Double(i),
            raw.SQLITE_BLOB => statement.Blob(i),
            _ => statement.Text(i),
        };
        if (value is null) return default;
        return value is T typed ? typed : (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), null);
    }
}
