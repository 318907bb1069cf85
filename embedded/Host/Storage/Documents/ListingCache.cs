using System.Collections.Concurrent;
using Samkjop.Ports;

namespace Samkjop.Host.Storage;

/// <summary>
/// Pages of lists across partitions as read since the store's last write, so that sweeps that find nothing new cost nothing. The store is the only
/// writer of its tables, and moves the version on after each commit and before it acknowledges: a page that is older than an acknowledged write is
/// never given. It may be older than a write that is just being acknowledged, which another read has seen already; lists within a partition are
/// therefore not kept, since the audit log reads its tail and its sources in an order that matters. Nor are kinds that expire by the clock.
/// </summary>
internal sealed class ListingCache
{
    /// <summary>More pages than this are not kept between two writes.</summary>
    private const int MaxPages = 200;

    private long _version;
    private Pages _pages = new(0);

    /// <summary>To be called after each commit, before the writer is answered.</summary>
    public void Written() => Interlocked.Increment(ref _version);

    /// <summary>The page as kept, or as read now.</summary>
    public async Task<DocumentPage<T>> ReadAsync<T>(DocumentQuery query, Func<Task<DocumentPage<T>>> read)
        where T : class, IDocument
    {
        if (Expires<T>.ByTheClock)
        {
            return await read();
        }

        var key = (T.Kind, query);
        var version = Interlocked.Read(ref _version);
        var pages = Volatile.Read(ref _pages);
        if (pages.Version != version)
        {
            Volatile.Write(ref _pages, pages = new Pages(version));
        }
        else if (pages.Kept.TryGetValue(key, out var known))
        {
            return (DocumentPage<T>)known;
        }

        var page = await read();
        if (pages.Kept.Count < MaxPages)
        {
            pages.Kept[key] = page;
        }

        return page;
    }

    private sealed record Pages(long Version)
    {
        public ConcurrentDictionary<(string Kind, DocumentQuery Query), object> Kept { get; } = new();
    }

    private static class Expires<T>
        where T : class, IDocument
    {
        public static readonly bool ByTheClock = Containers.All.First(container => container.Name == T.Container).TimeToLive is not null;
    }
}
