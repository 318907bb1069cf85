using System.Collections.Concurrent;
using Samkjop.Embedded.Storage;
using Samkjop.Ports;
using Samkjop.Serialization;

namespace Samkjop.Host.Storage;

/// <summary>
/// Documents as they were read, by the commit that wrote them. A commit is never written again and a document never changes, so what is here is what
/// the table holds; whether it is still the newest, the table says at each read.
/// </summary>
internal sealed class DocumentCache
{
    /// <summary>Emptied when it holds so many.</summary>
    private const int MaxDocuments = 2000;

    private readonly ConcurrentDictionary<long, object> _bySequence = new();
    private int _count;

    /// <summary>Maps the columns body and seq; null when the document is one of another kind.</summary>
    public Stored<T>? Read<T>(SqliteRow row)
        where T : class, IDocument
    {
        var seq = row.Int64(1);
        if (_bySequence.TryGetValue(seq, out var known) && known is Stored<T> same)
        {
            return same;
        }

        if (DocumentJson.Read<T>(row.Blob(0)) is not { } document)
        {
            return null;
        }

        var stored = new Stored<T>(document, DocumentRow.ETag(seq));
        Keep(seq, stored);
        return stored;
    }

    private void Keep(long seq, object stored)
    {
        if (Interlocked.Increment(ref _count) > MaxDocuments)
        {
            _bySequence.Clear();
            Interlocked.Exchange(ref _count, 1);
        }

        _bySequence[seq] = stored;
    }
}
