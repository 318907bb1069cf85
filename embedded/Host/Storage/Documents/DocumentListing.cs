using System.Text;
using Samkjop.Embedded.Storage;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Host.Storage;

/// <summary>One page of a list: the statement for exactly what is asked, so that it runs along one index.</summary>
internal sealed class DocumentListing
{
    private const int MaxPageSize = 1000;

    private readonly StringBuilder _sql = new("SELECT CAST(body AS BLOB), seq, partition, id FROM doc_documents WHERE kind = ?1 AND (expires_at IS NULL OR expires_at > ?2)");
    private readonly List<object?> _arguments;
    private readonly int _pageSize;

    private DocumentListing(string kind, long now, int pageSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, MaxPageSize);
        _arguments = [kind, now];
        _pageSize = pageSize;
    }

    /// <exception cref="InvalidContinuationException">The continuation is none of ours.</exception>
    public static DocumentListing Of<T>(string? partitionKey, DocumentQuery query, long now)
        where T : class, IDocument
    {
        ArgumentNullException.ThrowIfNull(query);
        var listing = new DocumentListing(T.Kind, now, query.PageSize);
        listing.Where("partition = ?", partitionKey);
        listing.Where("mark = ?", query.Mark);
        if (query.IdPrefix is { Length: > 0 } prefix)
        {
            listing.Where("id >= ?", prefix);
            listing.Where("id < ?", prefix + '\uffff');
        }

        if (DocumentPosition.Of(query.Continuation) is var (partition, id))
        {
            var beyond = query.Descending ? "<" : ">";
            if (partitionKey is null)
            {
                listing.Where($"(partition, id) {beyond} (?, ?)", partition, id);
            }
            else
            {
                listing.Where($"id {beyond} ?", id);
            }
        }

        var direction = query.Descending ? " DESC" : "";
        listing._arguments.Add(query.PageSize + 1L);
        listing._sql.Append($" ORDER BY partition{direction}, id{direction} LIMIT ?{listing._arguments.Count}");
        return listing;
    }

    /// <summary>Runs the statement; one row more than the page tells whether there is another.</summary>
    public DocumentPage<T> Run<T>(SqliteSession session, DocumentCache cache)
        where T : class, IDocument
    {
        var rows = session.Query(_sql.ToString(), row => (Stored: cache.Read<T>(row)!, Partition: row.Text(2), Id: row.Text(3)), [.. _arguments]);
        var page = rows.Take(_pageSize).Select(row => row.Stored).ToList();
        return new DocumentPage<T>(page, rows.Count > _pageSize ? new DocumentPosition(rows[_pageSize - 1].Partition, rows[_pageSize - 1].Id).ToContinuation() : null);
    }

    /// <summary>Adds a condition whose question marks take the values in order; none when the only value is null.</summary>
    private void Where(string condition, params ReadOnlySpan<string?> values)
    {
        if (values is [null])
        {
            return;
        }

        _sql.Append(" AND ");
        var next = 0;
        foreach (var part in condition.Split('?'))
        {
            _sql.Append(part);
            if (next < values.Length)
            {
                _arguments.Add(values[next++]);
                _sql.Append('?').Append(_arguments.Count);
            }
        }
    }
}
