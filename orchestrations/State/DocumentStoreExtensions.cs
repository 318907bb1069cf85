using System.Runtime.CompilerServices;
using Samkjop.Ports;

namespace Samkjop.State;

/// <summary>Reading more than one page.</summary>
public static class DocumentStoreExtensions
{
    /// <summary>Every document of a kind in a partition, page by page, in the order of ids.</summary>
    public static async IAsyncEnumerable<Stored<T>> AllAsync<T>(
        this IDocumentStore store, string partitionKey, string? idPrefix = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        string? continuation = null;
        do
        {
            var page = await store.ListAsync<T>(partitionKey, new DocumentQuery(IdPrefix: idPrefix, Continuation: continuation, PageSize: 200), cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    /// <summary>Every document of a kind across partitions, page by page, in the order of partition and id.</summary>
    public static async IAsyncEnumerable<Stored<T>> AllAcrossAsync<T>(
        this IDocumentStore store, string? mark = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IDocument
    {
        string? continuation = null;
        do
        {
            var page = await store.ListAcrossAsync<T>(new DocumentQuery(Mark: mark, Continuation: continuation, PageSize: 200), cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
