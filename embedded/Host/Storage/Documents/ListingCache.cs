using System.Collections.Concurrent;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>
/// Pages of lists across partitions as read since the last write of their kind, so that sweeps that find nothing new cost nothing. The store is the only
/// writer of its tables, and lets pages go after each commit and before it acknowledges: a page that is older than an acknowledged write is
/// never given. It may be older than a write that is just being acknowledged, which another read has seen already; lists within a partition are
/// therefore not kept, since the audit log reads its tail and its sources in an order that matters. Nor are kinds that expire by the clock.
/// </summary>
internal sealed class ListingCache
{
    /// <summary>More pages of a kind than this are not kept between two writes.</summary>
    private const int MaxPages = 200;

    private readonly ConcurrentDictionary<string, Kept> _kinds = new(StringComparer.Ordinal);

    /// <summary>To be called after each commit that wrote or deleted documents of a kind, before the writer is answered.</summary>
    public void Written(string kind) => Of(kind).Written();

    /// <summary>The page as kept, or as read now.</summary>
    public async Task<DocumentPage<T>> ReadAsync<T>(DocumentQuery query, Func<Task<DocumentPage<T>>> read)
        where T : class, IDocument
    {
        if (Expires<T>.ByTheClock)
        {
            return await read();
        }

        var pages = Of(T.Kind).Current();
        if (pages.TryGetValue(query, out var known))
        {
            return (DocumentPage<T>)known;
        }

        var page = await read();
        if (pages.Count < MaxPages)
        {
            pages[query] = page;
        }

        return page;
    }

    private Kept Of(string kind) => _kinds.GetOrAdd(kind, _ => new Kept());

    /// <summary>Pages of one kind: a write puts new, empty ones in their place, and what a read that began before adds to the old ones is never seen.</summary>
    private sealed class Kept
    {
        private ConcurrentDictionary<DocumentQuery, object> _pages = new();

        public ConcurrentDictionary<DocumentQuery, object> Current() => Volatile.Read(ref _pages);

        public void Written() => Volatile.Write(ref _pages, new ConcurrentDictionary<DocumentQuery, object>());
    }

    private static class Expires<T>
        where T : class, IDocument
    {
        public static readonly bool ByTheClock = Containers.All.First(container => container.Name == T.Container).TimeToLive is not null;
    }
}
